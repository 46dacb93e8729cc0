import { useListContext } from 'react-admin';
import { useSignOutOnRefusal } from '../browser/useSignOutOnRefusal.ts';

export type ListState<Item> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly retry: () => void }
  | { readonly kind: 'empty'; readonly filtered: boolean }
  | {
      readonly kind: 'rows';
      readonly items: readonly Item[];
      readonly total: number;
      readonly page: number;
      readonly perPage: number;
      readonly setPage: (page: number) => void;
    };

/** The state of the current react-admin list, as a page shows it. */
export function useListState<Item extends { readonly id: string }>(): ListState<Item> {
  const list = useListContext<Item>();
  const { error, refetch, filterValues, total, page, perPage, setPage } = list;
  // react-admin's own union says that data is there or never; a list that was read before its refetch failed has both.
  const data: readonly Item[] | undefined = list.data;
  useSignOutOnRefusal(error);
  if (list.isPending) return { kind: 'loading' };
  if (!data) return { kind: 'failed', error, retry: () => void refetch() };
  if (data.length === 0 && page === 1) return { kind: 'empty', filtered: isFiltered(filterValues) };
  return { kind: 'rows', items: data, total: total ?? data.length, page, perPage, setPage };
}

/** react-admin types a list's filters as `any`. */
function isFiltered(filter: Readonly<Record<string, unknown>> | undefined): boolean {
  return Object.values(filter ?? {}).some((value) => value !== undefined && value !== null && value !== '');
}
