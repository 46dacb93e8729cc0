// What the API and the console know of records that can be listed; listedTable.ts makes it of a table's description.

/** What a field can be asked: the filters that it takes, and whether records are sorted by it. */
export type FieldKind = 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'DATE' | 'DATE_TIME' | 'OTHER';

/** A column as it stands in a statement, and its type: one of Postgres', qualified where it is not its own. */
export interface ListedColumn {
  readonly column: string;
  readonly type: string;
}

/** A field of records that can be listed. */
export interface RecordField {
  readonly name: string;
  readonly kind: FieldKind;
  /** A search looks into it. */
  readonly searched: boolean;
}

/** The same in SQL, which is made of the table's description: nothing of a request is in it. */
export interface ListedField extends RecordField {
  /** Its value, as a record has it. */
  readonly value: string;
  /** What is compared and sorted: the bare column where that is possible, so that its indexes serve. */
  readonly compared: string;
}

/** The table of a store in SQL, so that the API can list its records. Every identifier is quoted. */
export interface ListedTable {
  /** With its alias `t`. */
  readonly from: string;
  /** The columns of the key. A record's id is the text of the only one, or the JSON list of the texts of all. */
  readonly key: readonly [ListedColumn, ...ListedColumn[]];
  /** Which records are a project's; null: the table does not say. */
  readonly tenant: (ListedColumn & { readonly valueFor: (projectId: string) => string }) | null;
  readonly fields: readonly ListedField[];
}
