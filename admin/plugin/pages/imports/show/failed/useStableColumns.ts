import { useMemo, useRef } from 'react';
import type { FailedRow, ImportDetail } from '../../../../api/types.ts';
import { useImporter } from '../../../../ui/hooks/useImporter.ts';
import { faultyColumns, type ShownColumns, shownColumns } from './columns.ts';

/** The columns of the grid, in an order that stays while one works. */
export function useStableColumns(rows: readonly FailedRow[], item: ImportDetail): ShownColumns {
  const { mapping, sourceColumns } = item;
  const importer = useImporter(item.importerName);
  const faulty = useRef<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const shown = shownColumns(rows, { mapping, sourceColumns }, faulty.current, importer);
    faulty.current = new Set([...faulty.current, ...faultyColumns(rows, { mapping })]);
    return shown;
  }, [rows, mapping, sourceColumns, importer]);
}
