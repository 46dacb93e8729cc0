import { useEffect, useState } from 'react';
import type { FailedRow, ImportDetail } from '../../../../api/types.ts';
import { type Scope, scopeOf } from './scope.ts';
import type { DraftsStore } from './useDrafts.ts';
import type { FailedGridActions } from './useFailedGrid.ts';
import { type FailedRowsPage, useFailedRows } from './useFailedRows.ts';
import { type RowActions, useRowActions } from './useRowActions.ts';
import { type RowChecks, useRowChecks } from './useRowChecks.ts';

export interface FailedRowsPanel {
  readonly page: FailedRowsPage;
  readonly checks: RowChecks;
  readonly chosen: ReadonlySet<number>;
  readonly chooseNone: () => void;
  /** The open rows that the buttons above the grid are about. */
  readonly scope: Scope;
  readonly grid: FailedGridActions;
  readonly rows: RowActions;
  /** What is about to be discarded, until that is confirmed. */
  readonly discarding: Scope | null;
  readonly setDiscarding: (scope: Scope | null) => void;
}

const NO_ROWS: readonly FailedRow[] = [];

export function useFailedRowsPanel(item: ImportDetail, store: DraftsStore): FailedRowsPanel {
  const page = useFailedRows(item);
  const shown = page.state.kind === 'rows' ? page.state.rows : NO_ROWS;
  const { beside } = store;
  useEffect(() => beside(shown), [beside, shown]);
  const checks = useRowChecks(item, store.drafts, shown);
  const rows = useRowActions(item, store);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [discarding, setDiscarding] = useState<Scope | null>(null);
  const read = page.state.kind === 'rows' ? page.state.total : 0;
  // What the page says everywhere else: the list is read a moment after more rows have failed.
  const total = page.group === null ? (item.counts?.failed ?? read) : read;
  const may = (action: 'RETRY_ROWS' | 'DISCARD_ROWS') => (item.availableActions ?? []).includes(action);
  const one = (rowNumber: number): Scope => ({ kind: 'row', rowNumber, count: 1 });
  const unchoose = (rowNumbers: readonly number[]) =>
    setChosen((before) => new Set([...before].filter((rowNumber) => !rowNumbers.includes(rowNumber))));
  const choosePage = (rowNumbers: readonly number[], on: boolean) =>
    on ? setChosen((before) => new Set([...before, ...rowNumbers])) : unchoose(rowNumbers);
  const chooseNone = () => setChosen(new Set());

  return {
    page: {
      ...page,
      // The selected rows are no longer visible, so no action may apply to them.
      chooseGroup(group) {
        chooseNone();
        page.chooseGroup(group);
      },
      chooseStatus(status) {
        chooseNone();
        page.chooseStatus(status);
      },
    },
    checks,
    chosen,
    chooseNone,
    scope: scopeOf(chosen, page.group, total),
    grid: {
      editable: may('RETRY_ROWS') || may('DISCARD_ROWS'),
      retryable: may('RETRY_ROWS'),
      choose: (rowNumber) => choosePage([rowNumber], !chosen.has(rowNumber)),
      choosePage,
      retry: (rowNumber) => rows.retry(one(rowNumber), () => unchoose([rowNumber])),
      discard: (rowNumber) => setDiscarding(one(rowNumber)),
    },
    rows,
    discarding,
    setDiscarding,
  };
}
