import type { Message } from '../messages/message.ts';
import type { RowRejected } from './errors.ts';
import type { RecordScope } from './records.ts';

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
  /** If true, only data that belongs to this import alone can be written. */
  readonly dryRun: boolean;
  /** Adds a warning about the row of the input with this index. The row is imported. */
  warn(index: number, warning: Message): void;
}

/** What the project's data says of the inputs of a chunk. */
export interface Resolution<Input> {
  /** For each input, in order: the input to fold instead, or the reason why its row fails. */
  readonly inputs: readonly (Input | RowRejected)[];
  /**
   * Writes what the resolution found, in the same transaction, before the records are saved. `stands(index)` is whether
   * the row of an input succeeds: what only failed rows need must not be created.
   */
  save(stands: (index: number) => boolean): Promise<void>;
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
