import type { JsonObject } from '../sdk/json.ts';
import type { AskedName, Entity, SimilarEntity } from '../sdk/reference/review.ts';
import type { RowFilter } from './model/failedRow.ts';
import type { Progress } from './model/import.ts';
import type {
  CheckedRow,
  InspectSource,
  MappedRow,
  PreviewMapping,
  RetryRows,
  RowCorrection,
  SaveMapping,
  SourceReport,
  StartImport,
  UndoCounts,
} from './model/requests.ts';
import type { EntityName, KnownKind, MatchDecision, Reviewed } from './model/review.ts';
import type { SavedMapping } from './model/savedMapping.ts';
import type { NewSchedule, Schedule, ScheduleChange, ScheduleRun } from './model/schedule.ts';
import type { StartSwitch } from './model/startSwitch.ts';

/**
 * What can be asked of the engine. `actor` is who asks, for history and audit ("admin@localhost", "key:ci").
 * Access is checked by the caller; input, limits and status here. Throws the errors of ./errors.ts.
 */
export interface Engine {
  /** Returns the import's id: a new one, or the earlier one of the same idempotency key and input. */
  startImport(actor: string, input: StartImport): Promise<string>;
  /** Starts all of them, by jobs, or none; gives their ids. */
  startImports(actor: string, inputs: readonly StartImport[]): Promise<string[]>;
  resumeImport(actor: string, id: string, change: { readonly maxErrorRate?: number }): Promise<void>;
  pauseImport(actor: string, id: string): Promise<void>;
  cancelImport(actor: string, id: string): Promise<void>;
  retryImport(actor: string, id: string): Promise<void>;
  retryFailedRows(actor: string, id: string, input: RetryRows): Promise<void>;
  undoImport(actor: string, id: string): Promise<void>;
  /** Decides names of the review queue, all or none, and sends the rows through again that waited for them. */
  decideMatches(actor: string, projectId: string, decisions: readonly MatchDecision[]): Promise<Reviewed>;
  /** Says what a source's name means; null: nothing. */
  setEntityRule(actor: string, projectId: string, name: EntityName, entityId: string | null): Promise<Reviewed>;
  deleteEntityRule(actor: string, projectId: string, kind: string, key: string): Promise<Reviewed>;
  /** Makes a record that names can mean, or finds the one with this name; its id. */
  createEntity(actor: string, projectId: string, entity: NewKindEntity): Promise<string>;
  /** What the importers of this process can refer to. */
  reviewKinds(): readonly KnownKind[];
  /** For each of the names the project's records that are most alike; none of an unknown kind. */
  similarEntities(projectId: string, kind: string, names: readonly AskedName[]): Promise<readonly SimilarEntity[]>;
  /** The project's records of a kind whose name contains the text. */
  searchEntities(projectId: string, kind: string, text: string, limit: number): Promise<readonly Entity[]>;
  /** Those of the project's records that are there. */
  namedEntities(projectId: string, kind: string, ids: readonly string[]): Promise<readonly Entity[]>;
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
  /** What fields become of rows by a mapping. */
  previewMapping(input: PreviewMapping): MappedRow[];
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

export interface NewKindEntity {
  readonly kind: string;
  readonly name: string;
  readonly details: JsonObject;
}
