import { keepPreviousData, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { RowOutcome } from '../../../../../gql/generated/graphql.ts';
import type { ImportDetail, Page } from '../../../../api/types.ts';
import { isFinal } from '../../../../live/progress.ts';
import { useReread } from '../../../../ui/hooks/useReread.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { useThrottled } from '../../../../ui/hooks/useThrottled.ts';

export const RESULTS_PER_PAGE = 25;
/** While the import runs, the visible page is read again at most this often. */
const REREAD_MS = 3000;

export interface OutcomeList<Item> {
  readonly query: UseQueryResult<Page<Item>>;
  readonly page: number;
  readonly setPage: (page: number) => void;
  readonly outcome: RowOutcome | null;
  readonly chooseOutcome: (outcome: RowOutcome | null) => void;
  /** A code; only where the list can be narrowed to rows with a warning. */
  readonly warning: string | null;
  readonly chooseWarning: (warning: string | null) => void;
}

interface Request {
  readonly id: string;
  readonly first: number;
  readonly offset: number;
  readonly outcome: RowOutcome | null;
  readonly warning: string | null;
}

interface Chosen {
  readonly page: number;
  readonly outcome: RowOutcome | null;
  readonly warning: string | null;
}

/** A paged list that hangs on an import and can be narrowed to one outcome, and rows to a warning. */
export function useOutcomeList<Item>(
  name: string,
  { id, status, lastRow }: ImportDetail,
  read: (request: Request) => Promise<Page<Item>>,
): OutcomeList<Item> {
  const [{ page, outcome, warning }, setState] = useState<Chosen>({ page: 1, outcome: null, warning: null });
  const version = useThrottled(`${status} ${lastRow}`, isFinal(status) ? 0 : REREAD_MS);
  const request = { id, first: RESULTS_PER_PAGE, offset: (page - 1) * RESULTS_PER_PAGE, outcome, warning };
  const queryKey = ['sluice', name, request];
  const query = useSluiceQuery({
    queryKey,
    queryFn: () => read(request),
    placeholderData: keepPreviousData,
  });
  useReread(queryKey, version);
  return {
    ...{ query, page, outcome, warning },
    setPage: (next) => setState((before) => ({ ...before, page: next })),
    chooseOutcome: (chosen) => setState((before) => ({ ...before, page: 1, outcome: chosen })),
    chooseWarning: (chosen) => setState((before) => ({ ...before, page: 1, warning: chosen })),
  };
}
