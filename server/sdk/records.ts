import type { Json } from './json.ts';
import type { ListedTable, RecordField } from './listing/recordList.ts';

/** The SQL that an importer may speak. It is bound to the engine's transaction; an author never opens one. */
export interface Db {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A record's own fields, in JSON's types so that they can be compared, kept and shown. Without id and timestamps. */
export type RecordFields = { readonly [field: string]: Json };

export interface StoredRecord<R extends RecordFields> {
  /** The text of its key: a UUID, a number, a cuid, or a JSON list of texts where the key has several columns. */
  readonly id: string;
  readonly fields: R;
}

/** One way to find a record: the name of a key (a field, as a rule) and the value looked for. */
export interface MatchKey {
  readonly key: string;
  readonly value: string;
  /** As the row has it, where `value` is a form for comparing: in lower case, without zeros at the end. */
  readonly given?: string;
  /** The unique constraint that allows no second record with this value. */
  readonly constraint?: string;
  /** The field that a failed row names, where the key is not called like one. */
  readonly field?: string;
}

/** Which project and import records are read and written for. */
export interface RecordScope {
  readonly projectId: string;
  readonly importId: string;
}

/** A value that is to go into a field of a record. */
export interface FieldValue {
  readonly field: string;
  readonly value: Json;
}

/** What is read back of a value once it is written. */
export interface ConvertedValue {
  readonly value: Json;
  /** It is another one: the column has fewer digits, or only the day. */
  readonly rounded: boolean;
}

/** Fields whose columns keep values in a form of their own, and what that is. */
export interface Conversion {
  readonly fields: readonly string[];
  /** Whether two values are one to the column, such as 20 and 20.00: what is there then stays as it is. */
  same?(field: string, a: Json, b: Json): boolean;
  /** In the order of the values. Rejects where a column would refuse one of them. */
  convert(db: Db, values: readonly FieldValue[]): Promise<ConvertedValue[]>;
}

/** A field that the database fills where a row says nothing of it. */
export interface SuppliedField {
  readonly field: string;
  /** `created`: of a creation, where it is empty. `changed`: of each creation and each change. */
  readonly when: 'created' | 'changed';
  /** Each record has a value of its own, such as the next of a sequence; else one stands for a whole transaction. */
  readonly each: boolean;
}

/** What a table gives its records by itself: defaults, and times that are kept up to date. */
export interface Supplies {
  readonly fields: readonly SuppliedField[];
  /** So many values of the field, as they are read back. */
  supply(db: Db, field: string, count: number): Promise<readonly Json[]>;
}

/** A field that no import changes once a record is there, since it is the record's id. */
export interface FixedField {
  readonly field: string;
  /** Values that differ only in case mean the same record, which keeps its own. */
  readonly ignoreCase: boolean;
}

/**
 * Where an importer's records live. Every call is set-wise: one or two statements, however many records.
 * `tableStore` makes one from a table's description; write your own only where records are more than rows of one table.
 */
export interface RecordStore<R extends RecordFields> {
  /** A stable name of the kind of record, kept in provenance: 'contact'. */
  readonly type: string;
  /**
   * Where records are the rows of one table: their fields, and the table once the store is open. The API and the console
   * list them by it.
   */
  readonly listed?: { readonly fields: readonly RecordField[]; readonly table: ListedTable | null };
  /** Absent where every field reads back as it was written. */
  readonly conversion?: Conversion;
  /** Absent where a record is what its row says, and nothing else. */
  readonly supplies?: Supplies;
  readonly fixed?: readonly FixedField[];
  /** A key of a row as this store compares it; absent: as it is. */
  matchKey?(key: MatchKey): MatchKey;
  /** The store over its table as it is now: asked for before records are worked on, and not kept for long. */
  open?(this: RecordStore<R>, db: Db): Promise<RecordStore<R>>;
  /**
   * The ids of new records, in their order, where the table does not take Sluice's own, which are UUIDs: those of a
   * sequence or another default, of the author, or what the fields say. Asked once rows are folded, in the transaction
   * that inserts them; never in a dry run.
   */
  newIds?(db: Db, scope: RecordScope, records: readonly R[]): Promise<readonly string[]>;
  /**
   * What imports that write the same records have in common, where it is more than the project and the importer: they
   * then write chunk by chunk in turns. Absent where the records are this importer's own.
   */
  lockOf?(scope: RecordScope): string;
  /** The keys under which a record can be found, so that later rows of the same chunk find it. */
  keysOf(fields: R): readonly MatchKey[];
  /** Those of `keysOf` that no other record of the project may have; the database holds it, a dry run foretells it. */
  uniqueKeysOf(fields: R): readonly MatchKey[];
  /**
   * By key: how many records with one value still tell anything. Of a crowd, which is more than that, `load` leaves
   * out all but so many that it is still one when each of the wanted keys has taken one of them away. Keys without an
   * entry have no such limit.
   */
  readonly most?: Readonly<Record<string, number>>;
  /** All records of the project that any of the keys finds, in id order; with `lock`, FOR UPDATE. */
  load(db: Db, scope: RecordScope, keys: readonly MatchKey[], options: { lock: boolean }): Promise<StoredRecord<R>[]>;
  /** The records with these ids that still exist, in id order; with `lock`, FOR UPDATE. */
  loadByIds(db: Db, scope: RecordScope, ids: readonly string[], options: { lock: boolean }): Promise<StoredRecord<R>[]>;
  insert(db: Db, scope: RecordScope, records: readonly StoredRecord<R>[]): Promise<void>;
  /** Replaces the fields of existing records. */
  update(db: Db, scope: RecordScope, records: readonly StoredRecord<R>[]): Promise<void>;
  remove(db: Db, scope: RecordScope, ids: readonly string[]): Promise<void>;
}
