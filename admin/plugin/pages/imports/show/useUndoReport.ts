import { keepPreviousData, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportDetail, UndoReport } from '../../../api/types.ts';
import { isFinal } from '../../../live/progress.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useReread } from '../../../ui/hooks/useReread.ts';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { useThrottled } from '../../../ui/hooks/useThrottled.ts';

export const UNDO_ENTRIES_PER_PAGE = 10;
export type UndoList = 'kept' | 'errored';

/** While it is being undone, the report is read again at most this often. */
const REREAD_MS = 2000;

export interface UndoReportState {
  readonly query: UseQueryResult<UndoReport | null>;
  readonly pages: Readonly<Record<UndoList, number>>;
  readonly setPage: (list: UndoList, page: number) => void;
}

/** What the undo of an import did; asks only where there was one. */
export function useUndoReport({ id, status, phase, revision }: ImportDetail): UndoReportState {
  const { api } = useSluice().sluice;
  const [pages, setPages] = useState({ kept: 1, errored: 1 });
  const version = useThrottled(`${status} ${revision}`, isFinal(status) ? 0 : REREAD_MS);
  const offset = (list: UndoList) => (pages[list] - 1) * UNDO_ENTRIES_PER_PAGE;
  const variables = { id, first: UNDO_ENTRIES_PER_PAGE, keptOffset: offset('kept'), erroredOffset: offset('errored') };
  const queryKey = ['sluice', 'undoReport', variables];
  const query = useSluiceQuery({
    queryKey,
    queryFn: () => api.undoReport(variables),
    enabled: phase === 'UNDO',
    placeholderData: keepPreviousData,
  });
  useReread(queryKey, version);
  return { query, pages, setPage: (list, page) => setPages((before) => ({ ...before, [list]: page })) };
}
