import type { Message } from '../../messages/message.ts';
import type { RowRejected } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Db, RecordFields, RecordScope, RecordStore, StoredRecord } from '../records.ts';

/**
 * The range that a source covers completely, so that a record of the range that it does not have is known to be gone.
 */
export interface SourceCoverage {
  /** The host that the rows come from. */
  readonly source: string;
  /** Both inclusive, in the source's local time: yyyy-MM-dd HH:mm:ss. */
  readonly from: string;
  readonly to: string;
  /** Whether an event that only begins in the range is excluded. */
  readonly strict: boolean;
}

export interface ResolveContext<Options> extends RecordScope {
  readonly options: Options;
  /** The importer's store over its table as it is now; in a dry run, the preview of it. */
  readonly store: Pick<RecordStore<RecordFields>, 'conversion' | 'load' | 'matchKey'>;
  /** If true, only data that belongs to this import alone can be written. */
  readonly dryRun: boolean;
  /** Rows are only checked: nothing is saved, and nothing may be locked or taken from a sequence. */
  readonly checkOnly: boolean;
  /** Adds a warning about the row of the input with this index. The row is imported. */
  warn(index: number, warning: Message): void;
  /** What rules say of names, by `ruleText`: a record's id, or null for none. Names without a rule are left out. */
  rules(names: readonly RuleName[]): Promise<ReadonlyMap<string, string | null>>;
  /** Records of a type that earlier chunks of this dry run would have made or changed; none in an import. */
  foretold(recordType: string): Promise<readonly StoredRecord<RecordFields>[]>;
}

/** A name of a kind of record that the review queue knows. */
export interface RuleName {
  readonly kind: string;
  /** As ReviewKind.keyOf gives it. */
  readonly key: string;
}

export function ruleText({ kind, key }: RuleName): string {
  return `${kind}:${key}`;
}

/** What came of the rows of a chunk, for what is kept of their names. */
export interface Applied {
  /** Whether the row of an input succeeds: what only failed rows need must not be created. */
  stands(index: number): boolean;
  /** Whether it created or changed one. */
  changes(index: number): boolean;
  /** The records that are to be saved. */
  readonly records: readonly RecordFields[];
}

/** A record of another table that was made for the row of an input. */
export interface MadeRecord extends StoredRecord<RecordFields> {
  /** The kind of record, as provenance keeps it. */
  readonly type: string;
  readonly index: number;
  /** Said of the row. */
  readonly warning: Message;
  /** The input's field that named it. */
  readonly field: string;
}

/** A name that a person has to decide on. */
export interface OpenName extends RuleName {
  readonly name: string;
  readonly details: JsonObject;
}

/** What a resolution has kept. */
export interface Saved {
  readonly made?: readonly MadeRecord[];
  /** They go into the review queue. */
  readonly open?: readonly OpenName[];
}

/** Records of a type that rows of an importer made in passing, and an undo takes back. */
export interface MadeType {
  readonly type: string;
  /** The columns of the importer's own tables that may hold such a record's key, foreign keys or not. */
  readonly referrers: readonly { readonly table: string; readonly column: string }[];
  /**
   * Removes those of the records that are as they were made and that nothing refers to any more: `referrers` are those of
   * all importers. Gives by their ids why others stay.
   */
  takeBack(
    db: Db,
    scope: RecordScope,
    records: readonly StoredRecord<RecordFields>[],
    referrers: MadeType['referrers'],
  ): Promise<ReadonlyMap<string, Message>>;
}

/** What the project's data says of the inputs of a chunk. */
export interface Resolution<Input> {
  /** For each input, in order: the input to fold instead, or the reason why its row fails. */
  readonly inputs: readonly (Input | RowRejected)[];
  /** Writes what the resolution found, in the same transaction, before the records are saved. */
  save(applied: Applied): Promise<Saved>;
}

/** What `finish` and `report` get in addition to the project and the import. */
export interface FinishContext<Options> extends RecordScope {
  readonly options: Options;
  readonly dryRun: boolean;
  /** The number of rows of the source. */
  readonly rows: number;
  /** The number of open failed rows. Their content is unknown. */
  readonly failedRows: number;
  /** Null if the source does not say that it is complete. */
  readonly coverage: SourceCoverage | null;
  /** Whether the import was undone. */
  readonly undone: boolean;
}

/** A warning about the import as a whole. A count of 0 removes the warning. */
export interface ReportedWarning extends Message {
  readonly count: number;
}
