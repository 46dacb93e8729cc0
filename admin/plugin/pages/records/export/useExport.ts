import { useEffect, useRef, useState } from 'react';
import { useNotify } from 'react-admin';
import type { Stretch } from '../../../api/answers.ts';
import { useErrorText } from '../../../messages/useErrorText.ts';
import { saveBlob } from '../../../ui/browser/saveBlob.ts';
import { useSignOutOnRefusal } from '../../../ui/browser/useSignOutOnRefusal.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { csvFile } from './csv.ts';
import { type Cells, tableOf } from './tableOf.ts';

/** Records read at once. */
const STRETCH = 500;
/** What a browser holds without trouble; who wants more narrows the list, or asks the API. */
const AT_MOST = 50_000;

interface Export<Item> {
  readonly name: string;
  readonly read: (from: { readonly first: number; readonly after: string | null }) => Promise<Stretch<Item>>;
  readonly cellsOf: (item: Item) => Cells;
}

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Reads a list to its end and hands it to the browser as a file; leaving the page stops it. */
export function useExport<Item>({ name, read, cellsOf }: Export<Item>) {
  const notify = useNotify();
  const errorText = useErrorText();
  const format = useFormat();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const left = useRef(false);
  useSignOutOnRefusal(error);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  async function readAll(): Promise<void> {
    const records: Cells[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const stretch: Stretch<Item> = await read({ first: STRETCH, after });
      if (left.current) return;
      records.push(...stretch.items.map(cellsOf));
      ({ next: after, total } = stretch);
      setProgress({ done: records.length, total });
    } while (after !== null && records.length < AT_MOST);
    saveBlob(csvFile(tableOf(records)), `${name}.csv`);
    if (after !== null) {
      const messageArgs = { most: format.count(AT_MOST), total: format.count(total) };
      notify('sluice.export.cut', { type: 'warning', messageArgs, autoHideDuration: 10_000 });
    }
  }

  return {
    /** Null: none goes on. */
    progress,
    run() {
      if (progress !== null) return;
      setProgress({ done: 0, total: 0 });
      readAll()
        .catch((refused: unknown) => {
          setError(refused);
          notify(errorText(refused), { type: 'error', autoHideDuration: 10_000 });
        })
        .finally(() => setProgress(null));
    },
  };
}
