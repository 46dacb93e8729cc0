import { useMemo, useRef, useState } from 'react';
import type { FailedRow, ImportDetail } from '../../../../api/types.ts';
import { useStable } from '../../../../ui/hooks/useStable.ts';
import { storedText } from './drafts.ts';

import type { RowHandlers } from './FailedGridRow.tsx';
import { type CellAt, cellsOf, columnAt, valueCell } from './gridCells.ts';
import type { DraftsStore } from './useDrafts.ts';
import { type EditEnd, type GridKeys, useGridKeys } from './useGridKeys.ts';
import type { RowChecks } from './useRowChecks.ts';
import { useStableColumns } from './useStableColumns.ts';

/** What can be done with rows from within the grid. */
export interface FailedGridActions {
  readonly editable: boolean;
  readonly retryable: boolean;
  readonly choose: (rowNumber: number) => void;
  readonly choosePage: (rowNumbers: readonly number[], chosen: boolean) => void;
  readonly retry: (rowNumber: number) => void;
  readonly discard: (rowNumber: number) => void;
}

export interface FailedGridState {
  readonly rows: readonly FailedRow[];
  readonly columns: readonly string[];
  readonly hidden: number;
  readonly editing: CellAt | null;
  readonly keys: GridKeys;
  readonly on: RowHandlers;
}

/** An edit: where, and the text that Escape brings back. */
interface Edit {
  readonly at: CellAt;
  readonly before: string;
}

export function useFailedGrid({ rows: newest, item, drafts: store, actions }: FailedGridProps): FailedGridState {
  const [edit, setEdit] = useState<Edit | null>(null);
  const rows = useHeld(newest, edit !== null);
  const { columns, hidden } = useStableColumns(rows, item);
  const rowAt = (rowNumber: number) => rows.find((row) => row.rowNumber === rowNumber);
  const isEditable = (at: CellAt) => actions.editable && columnAt(at) !== null && rowAt(at.row)?.status === 'OPEN';
  const textAt = (row: FailedRow, column: string) =>
    store.drafts.get(row.rowNumber)?.values[column] ?? storedText(row, column);
  const begin = (row: FailedRow, column: string) =>
    setEdit({ at: { row: row.rowNumber, cell: valueCell(column) }, before: textAt(row, column) });

  const keys = useGridKeys({
    rows: rows.map(({ rowNumber }) => rowNumber),
    cellsOf: (rowNumber) => {
      const editable = actions.editable && rowAt(rowNumber)?.status === 'OPEN';
      return cellsOf({ editable, retryable: actions.retryable, changed: store.drafts.has(rowNumber) }, columns);
    },
    isEditable,
    type(at, text) {
      const [row, column] = [rowAt(at.row), columnAt(at)];
      if (row && column !== null) store.type(row, column, text);
    },
    editing: edit?.at ?? null,
    setEditing(at) {
      const [row, column] = at ? [rowAt(at.row), columnAt(at)] : [];
      if (row && column != null) begin(row, column);
      else setEdit(null);
    },
  });
  const endEdit = (row: FailedRow, end: EditEnd, keep: boolean) => {
    const column = edit && columnAt(edit.at);
    if (edit && column !== null && !keep) store.type(row, column, edit.before);
    keys.endEdit(end);
  };
  const on = useRowHandlers({
    ...actions,
    revert: (row) => store.forget([row]),
    edit: begin,
    type: store.type,
    endEdit,
  });
  return { rows, columns, hidden, editing: edit?.at ?? null, keys, on };
}

/** The same handlers as long as the grid is there. */
function useRowHandlers(latest: RowHandlers): RowHandlers {
  const choose = useStable(latest.choose);
  const retry = useStable(latest.retry);
  const discard = useStable(latest.discard);
  const revert = useStable(latest.revert);
  const edit = useStable(latest.edit);
  const type = useStable(latest.type);
  const endEdit = useStable(latest.endEdit);
  return useMemo(
    () => ({ choose, retry, discard, revert, edit, type, endEdit }),
    [choose, retry, discard, revert, edit, type, endEdit],
  );
}

/** The value, or while `hold` the one before: nothing moves under the hands of who types. */
function useHeld<Value>(value: Value, hold: boolean): Value {
  const held = useRef(value);
  if (!hold) held.current = value;
  return held.current;
}

export interface FailedGridProps {
  readonly rows: readonly FailedRow[];
  readonly item: ImportDetail;
  readonly drafts: DraftsStore;
  readonly checks: RowChecks;
  readonly chosen: ReadonlySet<number>;
  readonly actions: FailedGridActions;
}
