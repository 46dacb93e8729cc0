import { useListContext } from 'react-admin';
import type { ImportStatus } from '../../../gql/generated/graphql.ts';
import type { ImportSummary } from '../../api/types.ts';
import { useSignOutOnRefusal } from '../../shared/useSignOutOnRefusal.ts';

/** The questions that one has of a history, as sets of statuses; `all` asks none. */
export const STATUS_GROUPS = {
  all: [],
  active: ['QUEUED', 'RUNNING', 'UNDOING'],
  attention: ['COMPLETED_WITH_ERRORS', 'FAILED', 'PAUSED'],
  done: ['COMPLETED'],
} as const satisfies Record<string, readonly ImportStatus[]>;
export type StatusGroup = keyof typeof STATUS_GROUPS;

export type ImportListState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string; readonly retry: () => void }
  | { readonly kind: 'empty'; readonly filtered: boolean }
  | {
      readonly kind: 'rows';
      readonly imports: readonly ImportSummary[];
      readonly total: number;
      readonly page: number;
      readonly perPage: number;
      readonly setPage: (page: number) => void;
    };

export function useImportList(): ImportListState {
  const list = useListContext<ImportSummary>();
  const { error, refetch, filterValues, total, page, perPage, setPage } = list;
  // react-admin's own union says that data is there or never; a list that was read before its refetch failed has both.
  const data: readonly ImportSummary[] | undefined = list.data;
  useSignOutOnRefusal(error);
  if (list.isPending) return { kind: 'loading' };
  if (!data) return { kind: 'failed', message: messageOf(error), retry: () => void refetch() };
  if (data.length === 0 && page === 1) return { kind: 'empty', filtered: statusesOf(filterValues).length > 0 };
  return { kind: 'rows', imports: data, total: total ?? data.length, page, perPage, setPage };
}

/** Which group is chosen, and how to choose another. */
export function useStatusGroup(): { group: StatusGroup; choose: (group: StatusGroup) => void } {
  const { filterValues, setFilters } = useListContext();
  const statuses = statusesOf(filterValues);
  return {
    group: GROUPS.find((name) => STATUS_GROUPS[name].join() === statuses.join()) ?? 'all',
    choose: (name) => setFilters(name === 'all' ? {} : { status: [...STATUS_GROUPS[name]] }),
  };
}

export const GROUPS: readonly StatusGroup[] = ['all', 'active', 'attention', 'done'];

function statusesOf(filter: { readonly status?: readonly string[] } | undefined): readonly string[] {
  return filter?.status ?? [];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
