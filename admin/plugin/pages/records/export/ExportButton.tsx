import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import type { Stretch } from '../../../api/answers.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import type { Cells } from './tableOf.ts';
import { useExport } from './useExport.ts';

interface ExportButtonProps<Item> {
  /** Of the file, without its ending. */
  readonly name: string;
  /** Reads what the list shows, all its pages, in its order. */
  readonly read: (from: { readonly first: number; readonly after: string | null }) => Promise<Stretch<Item>>;
  readonly cellsOf: (item: Item) => Cells;
}

/** Saves the filtered list as a CSV file. */
export function ExportButton<Item>({ name, read, cellsOf }: ExportButtonProps<Item>) {
  const translate = useTranslate();
  const format = useFormat();
  const { total } = useListContext();
  const { progress, run } = useExport({ name, read, cellsOf });
  return (
    // Not disabled while it works: the keyboard would be lost.
    <Button startIcon={<DownloadIcon />} disabled={!total} aria-disabled={progress !== null} onClick={run}>
      {progress === null
        ? translate('sluice.export.do', { count: format.count(total ?? 0) })
        : translate('sluice.export.progress', {
            done: format.count(progress.done),
            total: format.count(progress.total),
          })}
    </Button>
  );
}
