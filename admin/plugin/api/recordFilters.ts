import type { RecordFilterInput, RecordOrder, SortDirection } from '../../gql/generated/graphql.ts';
import type { ListFilter } from './lists.ts';

/** What narrows a list of records. A filter that has no value yet narrows nothing. */
export interface RecordSelection {
  readonly search?: string | undefined;
  readonly importId?: string | undefined;
  readonly where?: readonly RecordFilterInput[] | undefined;
}

export type RecordListFilter = ListFilter<RecordSelection & { readonly importer: string }>;

/** The sort field of a list that is in its own order. */
export const BY_ID = 'id of the record';

/** The same as the API takes it. */
export function recordSelection(
  { search, importId, where = [] }: RecordSelection,
  { field, direction }: { readonly field: string; readonly direction: SortDirection },
): {
  search: string | null;
  importId: string | null;
  filter: RecordFilterInput[];
  orderBy: RecordOrder | null;
} {
  return {
    search: search || null,
    importId: importId || null,
    filter: where.map(withValues).filter((filter) => Object.keys(filter).length > 1),
    orderBy: field === BY_ID || field === '' ? null : { field, direction },
  };
}

function withValues({ field, ...conditions }: RecordFilterInput): RecordFilterInput {
  const given = Object.entries(conditions).filter(([, value]) => value !== null && value !== '' && value !== undefined);
  return { field, ...Object.fromEntries(given) };
}
