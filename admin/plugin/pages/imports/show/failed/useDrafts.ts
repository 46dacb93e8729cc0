import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FailedRow } from '../../../../api/types.ts';
import { useDebounced } from '../../../../ui/hooks/useDebounced.ts';
import { besideRows, type Drafts, readDrafts, withoutRows, withValue, writeDrafts } from './drafts.ts';

export interface DraftsStore {
  readonly drafts: Drafts;
  readonly type: (row: FailedRow, column: string, text: string) => void;
  /** All drafts as they are from now on. */
  readonly put: (drafts: Drafts) => void;
  readonly forget: (rowNumbers: Iterable<number>) => void;
  /** The rows were read again. */
  readonly beside: (rows: readonly FailedRow[]) => void;
}

const KEEP_MS = 400;

/** The corrections of an import's rows that were not sent yet. They outlive the page, until the tab is closed. */
export function useDrafts(importId: string): DraftsStore {
  const key = `sluice.drafts.${importId}`;
  const [drafts, setDrafts] = useState(() => readDrafts(sessionStorage.getItem(key)));
  const settled = useDebounced(drafts, KEEP_MS);
  useEffect(() => keep(key, settled), [key, settled]);
  const type = useCallback((row: FailedRow, column: string, text: string) => {
    setDrafts((before) => withValue(before, row, column, text));
  }, []);
  const forget = useCallback((rowNumbers: Iterable<number>) => {
    setDrafts((before) => withoutRows(before, rowNumbers));
  }, []);
  const beside = useCallback((rows: readonly FailedRow[]) => setDrafts((before) => besideRows(before, rows)), []);
  return useMemo(() => ({ drafts, type, put: setDrafts, forget, beside }), [drafts, type, forget, beside]);
}

function keep(key: string, drafts: Drafts): void {
  try {
    if (drafts.size === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, writeDrafts(drafts));
  } catch {
    // The browser's quota is used up: they are still on the page, only a reload loses them.
  }
}
