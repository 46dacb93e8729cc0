import type { DuplicatePolicy } from '../sdk/importer.ts';
import type { Json, JsonObject } from '../sdk/json.ts';
import type { FormatHints } from '../sources/types.ts';
import type { RowCorrection } from './commands/checkSelection.ts';
import type { Decided, Decision } from './commands/decide.ts';
import type { InspectSource, SourceReport } from './commands/inspectSource.ts';
import type { RetryRows } from './commands/retryFailedRows.ts';
import type { SaveMapping } from './commands/saveMapping.ts';
import type { PlacedFault } from './prepare.ts';
import type { UndoCounts } from './previewUndo.ts';
import type { SavedMapping } from './savedMapping.ts';
import type { NewSchedule, Schedule, ScheduleChange, ScheduleRun } from './schedules/schedule.ts';
import type { StartSwitch } from './startSwitches.ts';
import type { AppliedMapping } from './store/readImport.ts';
import type { RowFilter } from './store/selectOpenRows.ts';

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

export type SourceInput =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'upload'; readonly uploadId: string }
  | { readonly kind: 'rows'; readonly rows: readonly Json[] }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'import'; readonly importId: string };

/** StartImportInput of the API after the transport is taken off it. Absent is undefined, never null. */
export interface StartImport {
  readonly projectId: string;
  readonly importer: string;
  readonly source: SourceInput;
  readonly format?: FormatHints;
  readonly mapping?: readonly AppliedMapping[];
  readonly options?: Json;
  readonly onDuplicate?: DuplicatePolicy;
  readonly chunkSize?: number;
  readonly mode?: 'AUTO' | 'SYNC' | 'ASYNC';
  readonly dryRun?: boolean;
  readonly maxErrorRate?: number;
  readonly notifyEmails?: readonly string[];
  readonly webhookUrl?: string;
  readonly idempotencyKey?: string;
}

/** What every watcher of an import sees: ImportProgress of the contract. All of it is read in one statement. */
export interface Progress {
  readonly id: string;
  readonly projectId: string;
  readonly status: ImportStatus;
  readonly statusReason: string | null;
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
    readonly sample: string | null;
  }[];
}

/** A failed row as it would be after a correction. */
export interface CheckedRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly line: number | null;
  readonly values: JsonObject;
  readonly errors: readonly PlacedFault[];
  readonly attempts: number;
}

/**
 * What can be asked of the engine. `actor` is who asks, for history and audit ("admin@localhost", "key:ci").
 * Access is checked by the caller; input, limits and status here. Throws the errors of ./errors.ts.
 */
export interface Engine {
  /** Returns the import's id: a new one, or the earlier one of the same idempotency key and input. */
  startImport(actor: string, input: StartImport): Promise<string>;
  resumeImport(actor: string, id: string, change: { readonly maxErrorRate?: number }): Promise<void>;
  pauseImport(actor: string, id: string): Promise<void>;
  cancelImport(actor: string, id: string): Promise<void>;
  retryImport(actor: string, id: string): Promise<void>;
  retryFailedRows(actor: string, id: string, input: RetryRows): Promise<void>;
  undoImport(actor: string, id: string): Promise<void>;
  /** Takes a decision that failed rows may wait for, and sends those through again. */
  decide<T>(decision: Decision<T>): Promise<Decided<T>>;
  /** Switches the starting of one importer's imports, or (null) of all, off or on. */
  switchStarting(actor: string, change: Pick<StartSwitch, 'importer' | 'isOn' | 'reason'>): Promise<void>;
  /** How starting is switched now. */
  startSwitches(): Promise<StartSwitch[]>;
  /** What an undo would do now; null when there is nothing to undo. */
  undoPreview(id: string): Promise<UndoCounts | null>;
  discardFailedRows(actor: string, id: string, filter: RowFilter): Promise<void>;
  /** The rows that would still fail. */
  checkRows(id: string, corrections: readonly RowCorrection[]): Promise<CheckedRow[]>;
  /** What a source looks like and how it would be read and mapped. Reads its beginning only; writes nothing. */
  inspectSource(input: InspectSource): Promise<SourceReport>;
  /** Keeps a mapping under its name, in place of one that has the name already. */
  saveMapping(actor: string, input: SaveMapping): Promise<SavedMapping>;
  deleteMapping(id: string): Promise<SavedMapping>;
  /** By name. */
  savedMappings(projectId: string, importer: string): Promise<SavedMapping[]>;
  /** Null where there is none of this id. */
  savedMapping(id: string): Promise<SavedMapping | null>;
  /** `now` sets the first time; the other calls that take one likewise. */
  createSchedule(actor: string, input: NewSchedule, now?: Date): Promise<Schedule>;
  updateSchedule(id: string, change: ScheduleChange, now?: Date): Promise<Schedule>;
  pauseSchedule(id: string): Promise<Schedule>;
  /** Its next time is counted from now on: what it missed is left out. */
  resumeSchedule(id: string, now?: Date): Promise<Schedule>;
  deleteSchedule(id: string): Promise<Schedule>;
  /** Now, paused or not. */
  runSchedule(actor: string, id: string, now?: Date): Promise<ScheduleRun>;
  schedule(id: string): Promise<Schedule | null>;
  /** Runs every schedule whose time has come; how many. */
  runDueSchedules(now: Date): Promise<number>;
  /** The snapshots of those ids that exist; one statement, however many. */
  progress(ids: readonly string[]): Promise<Progress[]>;
}
