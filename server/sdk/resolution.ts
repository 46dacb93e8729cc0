import type { Message } from '../messages/message.ts';
import type { RowRejected } from './errors.ts';
import type { RecordScope } from './records.ts';

/** What a source says that it holds in whole, so that what it does not hold is known to be gone. */
export interface SourceCoverage {
  /** The host that the rows come from. */
  readonly source: string;
  /** Both in the time of the source's place, yyyy-MM-dd HH:mm:ss, and both within. */
  readonly from: string;
  readonly to: string;
  /** Whether what only begins within is left out. */
  readonly strict: boolean;
}

export interface ResolveContext<Options> extends RecordScope {
  readonly options: Options;
  /** Nothing may be written but what belongs to this import alone. */
  readonly dryRun: boolean;
  /** Says something of the row of an input; the row is imported all the same. */
  warn(index: number, warning: Message): void;
}

/** What the project's data says of the inputs of a chunk. */
export interface Resolution<Input> {
  /** For each input, in their order: what is folded in its place, or why its row fails. */
  readonly inputs: readonly (Input | RowRejected)[];
  /**
   * Keeps what is to be kept of it, in the same transaction, before records are saved. `stands` tells of an input
   * whether its row goes into the records; what a failed row alone asked for must not be made.
   */
  save(stands: (index: number) => boolean): Promise<void>;
}

/** What a finishing step and a report may know beside the project. */
export interface FinishContext<Options> extends RecordScope {
  readonly options: Options;
  readonly dryRun: boolean;
  /** Rows that the source had. */
  readonly rows: number;
  /** Open failed rows: what they would have said is not known. */
  readonly failedRows: number;
  /** Null where the source does not say that it is complete. */
  readonly coverage: SourceCoverage | null;
  /** The import was taken back. */
  readonly undone: boolean;
}

/** A warning about the import as a whole; with a count of 0 it is taken back. */
export interface ReportedWarning extends Message {
  readonly count: number;
}
