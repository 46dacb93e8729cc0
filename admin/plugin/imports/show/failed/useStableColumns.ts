import { useMemo, useRef } from 'react';
import type { FailedRow, ImportDetail } from '../../../api/types.ts';
import { faultyColumns, type ShownColumns, shownColumns } from './columns.ts';

/** The columns of the grid, in an order that stays while one works. */
export function useStableColumns(rows: readonly FailedRow[], { mapping, sourceColumns }: ImportDetail): ShownColumns {
  const faulty = useRef<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const shown = shownColumns(rows, { mapping, sourceColumns }, faulty.current);
    faulty.current = new Set([...faulty.current, ...faultyColumns(rows, { mapping })]);
    return shown;
  }, [rows, mapping, sourceColumns]);
}
