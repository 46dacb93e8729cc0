import type { GetListParams } from 'react-admin';
import type { SortDirection } from '../../gql/generated/graphql.ts';
import type { Page } from './types.ts';

/** A list's filter values: whose, and what the API's own filter takes. */
export type ListFilter<Filter> = Filter & { readonly projectId: string };

export interface ListRequest {
  readonly first: number;
  readonly offset: number;
  readonly sort: { readonly field: string; readonly direction: SortDirection };
}

/** Reads a page of what one of react-admin's lists shows. */
export type ReadList = (filter: GetListParams['filter'], request: ListRequest) => Promise<Page<unknown>>;

/** What is left empty in a form narrows nothing. */
export function given<Filter extends object>(filter: Filter): Filter {
  const entries = Object.entries(filter).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return foreign<Filter>(Object.fromEntries(entries));
}

/** react-admin lets the caller name the record's type, which only the caller can answer for. */
export function foreign<Item>(value: unknown): Item {
  return value as Item;
}
