import type { InputIssue } from '../engine/model/errors.ts';
import type { ColumnSplit, FieldRule, TextStep } from '../engine/model/fieldRule.ts';
import type { AppliedMapping, Progress, ValueMapping } from '../engine/model/import.ts';
import type { InspectedColumn, MappedRow, SourceReport, UndoCounts } from '../engine/model/requests.ts';
import type { SavedMapping } from '../engine/model/savedMapping.ts';
import type { Import } from '../generated/prisma/client.ts';
import type { FailedRowStatus, Role, UndoResult } from '../generated/prisma/enums.ts';
import type { Message, MessageParams } from '../messages/message.ts';
import type { AnyImporter } from '../sdk/importer.ts';
import type { FormatHints } from '../sources/types.ts';

/** The parents of the resolvers of types without a table. */
export interface ObjectShapes {
  Viewer: {
    readonly email: string | null;
    readonly administrator: boolean;
    readonly projects: readonly ViewerProjectShape[];
  };
  ViewerProject: ViewerProjectShape;
  Project: { readonly id: string; readonly name: string };
  Importer: AnyImporter;
  ImporterField: ImporterFieldShape;
  IntRange: { readonly min: number; readonly max: number; readonly default: number };
  ImportCounts: Progress['counts'];
  ChunkCounts: Progress['chunks'];
  ErrorGroup: Progress['errorSummary'][number];
  ImportProgress: Progress;
  AppliedMapping: AppliedMapping;
  ValueMapping: ValueMapping;
  ColumnSplit: ColumnSplit;
  FieldRule: FieldRule;
  ColumnJoin: NonNullable<FieldRule['join']>;
  TextStep: TextStep;
  TextReplacement: NonNullable<TextStep['replace']>;
  MappedRow: MappedRow;
  SourceInspection: SourceReport;
  InspectedColumn: InspectedColumn;
  ColumnValue: InspectedColumn['values'][number];
  DateReading: InspectedColumn['dateFormats'][number];
  ColumnMapping: { readonly column: string; readonly field: string; readonly confidence: number };
  SavedMapping: SavedMapping;
  SourceFormat: FormatHints;
  ImportWarning: WarningShape;
  ChunkAttempt: { readonly at: Date; readonly error: Message; readonly code: string };
  Message: Message;
  FailedRow: FailedRowShape;
  RowError: RowErrorShape;
  FieldChange: FieldChangeShape;
  UndoCounts: UndoCounts;
  UndoReport: { readonly importId: string };
  PageInfo: PageInfoShape;
  InputIssue: InputIssue;
  InvalidInputError: ErrorShape & {
    readonly issues: readonly InputIssue[];
  };
  NotFoundError: ErrorShape;
  ForbiddenError: ErrorShape;
  ConflictError: ErrorShape;
  LimitExceededError: ErrorShape & { readonly limit: number | null; readonly retryAfterSeconds: number | null };
}

export interface ErrorShape {
  readonly code: string;
  readonly params: MessageParams;
  readonly message: string;
}

interface ViewerProjectShape {
  readonly project: { readonly id: string; readonly name: string };
  readonly role: Role;
}

export interface ImporterFieldShape {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
  readonly aliases: readonly string[];
}

export interface WarningShape extends Message {
  readonly column?: string | null;
  readonly count?: number | null;
}

export interface ImportChunkShape {
  readonly index: number;
  readonly status: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly attempts: unknown;
}

export interface RowErrorShape extends Message {
  readonly field: string | null;
  readonly column: string | null;
  readonly value: string | null;
}

export interface FailedRowShape {
  readonly id: string;
  readonly rowNumber: number;
  readonly line: number | null;
  readonly values: unknown;
  readonly corrected: unknown;
  readonly errors: unknown;
  readonly status: FailedRowStatus;
  readonly attempts: number;
  readonly originImportId?: string | null;
  readonly originRow?: number | null;
  readonly movedImportId?: string | null;
  readonly movedRow?: number | null;
}

export type RowOutcomeName = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'SKIPPED' | 'FAILED' | 'DISCARDED';

export interface RowResultShape {
  readonly rowNumber: number;
  readonly outcome: RowOutcomeName;
  readonly recordIds: readonly string[];
  readonly warnings: readonly string[];
  /** Of each record in which the policy kept something: { field: [kept, offered] }. */
  readonly kept: readonly unknown[];
}

export interface KeptValueShape {
  readonly field: string;
  readonly kept: unknown;
  readonly offered: unknown;
}

export interface ChangeShape {
  readonly rowNumber: number;
  readonly recordId: string | null;
  readonly outcome: RowOutcomeName;
  /** { field: [before, after] }; null where nothing changed. */
  readonly changes: unknown;
}

export interface FieldChangeShape {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface RecordHistoryEntryShape {
  readonly import: Pick<Import, 'id'>;
  /** Null where it is about a record that many rows name. */
  readonly rowNumber: number | null;
  readonly outcome: RowOutcomeName;
  /** { field: [before, after] }; null where nothing changed. */
  readonly changes: unknown;
  /** What the import linked the record to, such as contact lists. */
  readonly links: readonly FieldChangeShape[];
  readonly undo: { readonly result: UndoResult; readonly reason: unknown } | null;
}

export interface UndoEntryShape {
  readonly recordId: string;
  /** A stored Message; null where it was reversed. */
  readonly reason: unknown;
}

export interface AuditEntryShape {
  readonly id: string;
  readonly importId: string | null;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly detail: unknown;
}

export interface PageInfoShape {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}
