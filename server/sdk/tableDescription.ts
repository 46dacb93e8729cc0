import type { RecordFields } from './records.ts';

/**
 * A column's type in Postgres, and so how a field's JSON value is written and read back unchanged: `jsonb` any value,
 * `timestamptz` a text as of Date.toISOString (milliseconds, UTC), `date` yyyy-MM-dd, `uuid` in lower case.
 */
export type ColumnType =
  | 'text'
  | 'uuid'
  | 'integer'
  | 'double precision'
  | 'boolean'
  | 'jsonb'
  | 'timestamptz'
  | 'date';

export interface TableColumn {
  readonly column: string;
  readonly type: ColumnType;
  /** The type of the column where Sluice makes it, if it is another one than its values are written as. */
  readonly made?: string;
  /** Of a list in a column of an array: whether its items are texts, or numbers and booleans as JSON has them. */
  readonly items?: 'text' | 'json';
}

/**
 * A way to find records: an indexed text column (or generated column), and its value for a record that has one. Where
 * an index of an expression serves, `expression` is that in SQL.
 */
export type TableKey<R extends RecordFields> = KeyRules<R> &
  ({ readonly column: string } | { readonly expression: string });

interface KeyRules<R extends RecordFields> {
  /** No two records of a project have the same value; a unique index of the table sees to it. */
  readonly unique?: boolean;
  /** More records than this with one value are a crowd, which is not read in whole: see RecordStore. */
  readonly most?: number;
  value(fields: R): string | null;
}

/** A table of records with columns `id` (uuid) and `project_id` (text). Names are taken as they are and quoted. */
export interface TableDescription<R extends RecordFields> {
  /** A stable name of the kind of record: 'contact'. */
  readonly type: string;
  readonly table: string;
  readonly columns: { readonly [F in keyof R & string]: TableColumn };
  /** Each wants an index that starts with project_id and its column. */
  readonly keys: { readonly [key: string]: TableKey<R> };
  /** Columns kept up to date beside the fields: of a creation the time and the import, of each change the time. */
  readonly stamps?: { readonly importedAt?: string; readonly importId?: string; readonly updatedAt?: string };
}

/** An identifier of SQL, whatever is in it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
