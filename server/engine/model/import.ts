import type { Message } from '../../messages/message.ts';
import type { DuplicatePolicy } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { FormatHints, Position, SourceFormat } from '../../sources/types.ts';
import type { SourceRef } from './context.ts';
import type { ColumnSplit, FieldRule } from './fieldRule.ts';

/** A value of a column and the text that is imported in its place; null empties the cell. */
export interface ValueMapping {
  readonly from: string;
  readonly to: string | null;
}

export interface AppliedMapping {
  readonly column: string;
  readonly field: string | null;
  readonly values?: readonly ValueMapping[];
  /** The column goes to several fields; `field` is null then. */
  readonly split?: ColumnSplit;
}

/** What becomes of a source's columns, and what the fields get beside them. */
export interface Mapping {
  readonly mapping: readonly AppliedMapping[];
  readonly fieldRules: readonly FieldRule[];
}

/** What the caller of startImport said that the plan has to honour. */
export interface RequestedSource {
  readonly format?: FormatHints;
  readonly mapping?: readonly AppliedMapping[];
  readonly fieldRules?: readonly FieldRule[];
}

/** An import as its own work needs to see it. */
export interface ImportState {
  readonly id: string;
  readonly projectId: string;
  readonly importerName: string;
  readonly status: ImportStatus;
  readonly phase: ImportPhase;
  readonly createdAt: Date;
  readonly revision: number;
  readonly sourceName: string;
  readonly dryRun: boolean;
  readonly options: JsonObject;
  readonly onDuplicate: DuplicatePolicy;
  readonly chunkSize: number;
  readonly source: SourceRef;
  readonly requested: RequestedSource;
  readonly sourceFormat: SourceFormat | null;
  readonly sourceColumns: readonly string[];
  readonly mapping: readonly AppliedMapping[];
  readonly fieldRules: readonly FieldRule[];
  readonly planned: boolean;
  readonly planPosition: Position | null;
  readonly longPlan: boolean;
  readonly rowsRead: number;
  readonly rowsKept: boolean;
  readonly nextChunk: number;
  readonly chunksTotal: number;
  readonly failed: number;
  readonly discarded: number;
}

export type ImportStatus =
  | 'QUEUED'
  | 'RUNNING'
  | 'PAUSED'
  | 'CANCELLED'
  | 'COMPLETED'
  | 'COMPLETED_WITH_ERRORS'
  | 'FAILED'
  | 'UNDOING'
  | 'UNDONE';

export type ImportPhase = 'IMPORT' | 'RETRY' | 'UNDO';

/** What every watcher of an import sees: ImportProgress of the contract. All of it is read in one statement. */
export interface Progress {
  readonly id: string;
  readonly projectId: string;
  readonly status: ImportStatus;
  readonly statusReason: Message | null;
  readonly phase: ImportPhase;
  readonly revision: number;
  readonly updatedAt: Date;
  readonly percent: number;
  readonly counts: {
    readonly total: number | null;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly skipped: number;
    readonly failed: number;
    readonly discarded: number;
    readonly pending: number;
  };
  readonly chunks: {
    readonly total: number | null;
    readonly done: number;
    readonly failed: number;
    readonly pending: number;
  };
  readonly rowsPerSecond: number | null;
  readonly etaSeconds: number | null;
  readonly errorSummary: readonly {
    readonly code: string;
    readonly field: string | null;
    readonly count: number;
    /** A value that one of the rows has, and what is wrong with one of them. */
    readonly sampleValue: string | null;
    readonly sampleMessage: Message | null;
  }[];
}

/** What is told of an import that has ended: what it was, how it went, and no value of any row. Times are ISO 8601. */
export interface EndedImport {
  readonly importId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly importer: string;
  readonly status: ImportStatus;
  readonly statusReason: Message | null;
  readonly dryRun: boolean;
  readonly sourceName: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly counts: Progress['counts'];
  /** Open failed rows by code and field, at most 50 groups. */
  readonly errors: readonly { readonly code: string; readonly field: string | null; readonly count: number }[];
}
