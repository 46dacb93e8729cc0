import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FailedRowStatus } from '../../../../../gql/generated/graphql.ts';
import type { FailedRow, ImportDetail } from '../../../../api/types.ts';
import { isFinal } from '../../../../live/progress.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useReread } from '../../../../ui/hooks/useReread.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { useThrottled } from '../../../../ui/hooks/useThrottled.ts';
import type { GroupChoice } from './scope.ts';

export const FAILED_ROWS_PER_PAGE = 25;
/** A running import that keeps failing rows reads them again at most this often. */
const REREAD_MS = 2000;

export type FailedRowsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'none' }
  | { readonly kind: 'rows'; readonly rows: readonly FailedRow[]; readonly total: number };

export interface FailedRowsPage {
  readonly state: FailedRowsState;
  readonly status: FailedRowStatus;
  readonly chooseStatus: (status: FailedRowStatus) => void;
  readonly group: GroupChoice;
  readonly chooseGroup: (group: GroupChoice) => void;
  readonly page: number;
  readonly setPage: (page: number) => void;
}

/** A page of the import's failed rows of a status, all or those of one reason, read again when they change. */
export function useFailedRows(item: ImportDetail): FailedRowsPage {
  const { sluice } = useSluice();
  const [group, setGroup] = useState<GroupChoice>(null);
  const [page, setPage] = useState(1);
  const [status, setStatus] = useState<FailedRowStatus>('OPEN');
  const version = useThrottled(versionOf(item), isFinal(item.status) ? 0 : REREAD_MS);
  const variables = {
    id: item.id,
    first: FAILED_ROWS_PER_PAGE,
    offset: (page - 1) * FAILED_ROWS_PER_PAGE,
    status,
    code: group?.code ?? null,
    field: group?.field ?? null,
  };
  const queryKey = ['sluice', 'failedRows', variables];
  const query = useSluiceQuery({
    queryKey,
    queryFn: () => sluice.api.failedRows(variables),
    placeholderData: keepPreviousData,
  });
  useReread(queryKey, version);
  const last = Math.max(1, Math.ceil((query.data?.total ?? 0) / FAILED_ROWS_PER_PAGE));
  useEffect(() => {
    // The last page's rows may all be resolved by now.
    if (query.data && !query.isPlaceholderData && page > last) setPage(last);
  }, [query.data, query.isPlaceholderData, page, last]);
  return {
    state: stateOf(query),
    status,
    chooseStatus(chosen) {
      setStatus(chosen);
      setPage(1);
    },
    group,
    chooseGroup(chosen) {
      setGroup(chosen);
      setPage(1);
    },
    page,
    setPage,
  };
}

/** Changes when the rows may have: when more fail, and with everything that is done to rows that failed before. */
function versionOf({ status, counts, phase, revision }: ImportDetail): string {
  const retried = isFinal(status) || phase === 'RETRY' ? revision : null;
  return [status, counts?.failed, counts?.discarded, retried].join(' ');
}

interface Answer {
  readonly data: { readonly items: readonly FailedRow[]; readonly total: number } | undefined;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

function stateOf({ data, error, refetch }: Answer): FailedRowsState {
  if (!data) {
    return error ? { kind: 'failed', error, retry: () => void refetch() } : { kind: 'loading' };
  }
  return data.items.length === 0 ? { kind: 'none' } : { kind: 'rows', rows: data.items, total: data.total };
}
