/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Columns that make up one value. */
export type ColumnJoinInput = {
  /** The columns, in the order in which their cells are joined. Empty cells are left out. 2 to 20 columns. */
  columns: Array<string>;
  /** The text between the cells; it may be empty. At most 100 characters. */
  separator: string;
};

/** The mapping of a column. */
export type ColumnMappingInput = {
  /** The source's column. */
  column: string;
  /** The importer's field; null to ignore the column. */
  field?: string | null | undefined;
  /** Divides the column among several fields; `field` is null then. */
  split?: ColumnSplitInput | null | undefined;
  /** Replacements for some of the column's values. The stored row keeps its original values. */
  values?: Array<ValueMappingInput> | null | undefined;
};

/** Divides a column among several fields. Give either a separator or a place. */
export type ColumnSplitInput = {
  /** The place at which the column is split, where it has no separator. */
  at?: SplitPlace | null | undefined;
  /** The field of each part, in their order; null leaves a part out. The last one takes all that remains. 2 to 20 parts. */
  fields: Array<string | null | undefined>;
  /** The plain text at which the column is split. 1 to 100 characters. */
  separator?: string | null | undefined;
};

/** The new key. */
export type CreateApiKeyInput = {
  /** The time at which the key expires; never if absent. */
  expiresAt?: string | null | undefined;
  /** The name, at most 100 characters, unique among the active keys of the project. */
  name: string;
  /** The project that the key gives access to. */
  projectId: string;
  /** The key's role in the project. */
  role: Role;
};

/** The format of a download. */
export type DownloadFormat =
  /** UTF-8 with a byte order mark, for spreadsheets. */
  | 'CSV'
  /** A JSON object on each line. */
  | 'JSONL';

/** What happens to a row that matches an existing record or an earlier row of the same import: SKIP leaves the record unchanged, UPDATE overwrites it, ENRICH fills its empty fields, FAIL makes the row a failed row. */
export type DuplicatePolicy =
  /** The row fills empty fields and overwrites nothing. */
  | 'ENRICH'
  /** The row becomes a failed row with DUPLICATE. */
  | 'FAIL'
  /** The record stays as it is. */
  | 'SKIP'
  /** Values of the row replace those of the record. Empty values change nothing. */
  | 'UPDATE';

/** A filter of open failed rows. A row must match all conditions. If you give code and field, a row needs an error with both. */
export type FailedRowFilter = {
  /** Rows with an error of this code. */
  code?: string | null | undefined;
  /** Rows with an error of this field. */
  field?: string | null | undefined;
  /** Rows with these numbers. An empty list is an InvalidInputError. */
  rowNumbers?: Array<number> | null | undefined;
};

/** OPEN until the row is corrected and imported (RESOLVED) or discarded (DISCARDED). */
export type FailedRowStatus =
  /** The row was discarded. It is kept. */
  | 'DISCARDED'
  /** The row waits for a correction. */
  | 'OPEN'
  /** The row was corrected and imported. */
  | 'RESOLVED';

/** What a field gets beside or instead of the cell of a column. A field with a constant or a join takes no column. */
export type FieldRuleInput = {
  /** The value of every row, as the source would write it. 1 to 1,000 characters. */
  constant?: string | null | undefined;
  /** The value of a row that has none, after the steps, as the source would write it. 1 to 1,000 characters. */
  default?: string | null | undefined;
  /** The importer's field. */
  field: string;
  /** The columns whose cells make up the value. */
  join?: ColumnJoinInput | null | undefined;
  /** Changes of the text, one after the other. At most 20. */
  steps?: Array<TextStepInput> | null | undefined;
};

/** An action on an import. */
export type ImportAction =
  /** cancelImport. */
  | 'CANCEL'
  /** discardFailedRows. */
  | 'DISCARD_ROWS'
  /** pauseImport. */
  | 'PAUSE'
  /** resumeImport. */
  | 'RESUME'
  /** retryImport: everything that did not succeed. */
  | 'RETRY'
  /** retryFailedRows: selected or corrected failed rows. */
  | 'RETRY_ROWS'
  /** undoImport. */
  | 'UNDO';

/** A filter of imports. An import must match all conditions. */
export type ImportFilter = {
  /** Only imports requested at or after this time. */
  createdAfter?: string | null | undefined;
  /** Only imports requested before this time. */
  createdBefore?: string | null | undefined;
  /** Only dry runs (true) or only other imports (false). */
  dryRun?: boolean | null | undefined;
  /** Only imports of this importer. */
  importer?: string | null | undefined;
  /** Part of the name of the source or the actor (case-insensitive), or an id. */
  search?: string | null | undefined;
  /** Only imports with one of these statuses. */
  status?: Array<ImportStatus> | null | undefined;
};

/** How an import runs. */
export type ImportMode =
  /** By jobs: watch it by importProgress. */
  | 'ASYNC'
  /** Within the request: it is done when the response arrives. */
  | 'SYNC';

/** SYNC imports within the request, ASYNC as jobs; AUTO is SYNC for a source of 500 KB and 500 rows at most. */
export type ImportModeChoice =
  /** As background jobs. Watch the import with importProgress. */
  | 'ASYNC'
  /** Chosen by the size of the source. It is an input only and is never returned. */
  | 'AUTO'
  /** Within the request: the import is finished when the response arrives. If a transient error interrupts it, the response waits up to 20 s more and may be RUNNING. */
  | 'SYNC';

/** What the import is doing, or did last. percent and etaSeconds refer to this phase. */
export type ImportPhase =
  /** The import reads the source and applies its rows. */
  | 'IMPORT'
  /** The import retries failed rows. */
  | 'RETRY'
  /** The import is being undone. */
  | 'UNDO';

/** The source of the rows. Give exactly one of these fields. */
export type ImportSourceInput =
  {   /** A small file within this request. */
  file: Blob; importId?: never; rows?: never; uploadId?: never; url?: never; }
  |  { file?: never;   /** The id of an earlier import whose rows to import, with the corrections made there. Use it to import the rows of a dry run. */
  importId: string; rows?: never; uploadId?: never; url?: never; }
  |  { file?: never; importId?: never;   /** Records inline, as a JSON array of objects, at most 10 MB. */
  rows: Array<unknown>; uploadId?: never; url?: never; }
  |  { file?: never; importId?: never; rows?: never;   /** The id of a finished resumable upload. You can use it until it expires. */
  uploadId: string; url?: never; }
  |  { file?: never; importId?: never; rows?: never; uploadId?: never;   /** The http or https URL to fetch: a file (such as CSV or JSON, also gzipped), a sitemap or its index, or a feed. Credentials in the URL (https://user:password@...) are sent as Basic authentication. */
  url: string; };

/** The status of an import. COMPLETED means that every row has a good outcome. */
export type ImportStatus =
  /** Cancelled by a user. Rows that were imported stay. */
  | 'CANCELLED'
  /** Every row has a good outcome. */
  | 'COMPLETED'
  /** Every row has an outcome, and some are failed or discarded. */
  | 'COMPLETED_WITH_ERRORS'
  /** The import stopped; statusReason says why. Imported rows stay, and pending rows stay pending. */
  | 'FAILED'
  /** Paused by a user. */
  | 'PAUSED'
  /** Accepted and stored. The import waits for a worker or for a free slot of the project. */
  | 'QUEUED'
  /** The source is being read and its rows applied. */
  | 'RUNNING'
  /** Being undone. */
  | 'UNDOING'
  /** Undone. `undo` lists the records that were kept or errored. */
  | 'UNDONE';

/** The source to inspect, and the importer. */
export type InspectSourceInput = {
  /** Rules of fields to try on the first rows. */
  fieldRules?: Array<FieldRuleInput> | null | undefined;
  /** How to read the source. Overrides what is detected. */
  format?: SourceFormatInput | null | undefined;
  /** The importer's name, as `importers` lists it. */
  importer: string;
  /** A mapping to try on the first rows, see mappedRows. */
  mapping?: Array<ColumnMappingInput> | null | undefined;
  /** The importer's own options, for mappedRows. */
  options?: unknown;
  /** The project to import to. */
  projectId: string;
  /** The source of the rows. */
  source: ImportSourceInput;
};

/** A sign beside a number. */
export type NumberSign =
  /** A currency sign or code at either end, such as €, USD or CHF. */
  | 'CURRENCY'
  /** The percent sign. The number stays as it is: 12 % becomes 12. */
  | 'PERCENT';

/** With only corrections, the corrected rows. With a filter, the open rows that match it, corrected if a correction is also given. With neither, all open rows. An empty list is an InvalidInputError and never means "all". */
export type RetryFailedRowsInput = {
  /** Corrections of some of the rows. */
  corrections?: Array<RowCorrectionInput> | null | undefined;
  /** The rows. */
  filter?: FailedRowFilter | null | undefined;
  /** The import's id. */
  importId: string;
};

/** A role in a project: a VIEWER reads, an EDITOR also imports, an ADMIN also manages the project. */
export type Role =
  /** Also manages members, keys, notifications and the name of the project. */
  | 'ADMIN'
  /** Also starts, controls, corrects and undoes imports. */
  | 'EDITOR'
  /** Reads everything in the project, including downloads. */
  | 'VIEWER';

/** A correction of a failed row. */
export type RowCorrectionInput = {
  /** The row's number. */
  rowNumber: number;
  /** An object of column name to value. Columns that it does not name stay unchanged. */
  values: unknown;
};

/** Overrides what was detected. Absent fields are detected. */
export type SourceFormatInput = {
  /** The format of dates for fields of the type date, in Unicode notation such as dd/MM/yyyy or d MMM yyyy. yyyy-MM-dd is always understood too. */
  dateFormat?: string | null | undefined;
  /** One ASCII character between cells; \t is a tab. */
  delimiter?: string | null | undefined;
  /** The encoding, such as utf-8 or windows-1252. */
  encoding?: string | null | undefined;
  /** 1-based line (in a spreadsheet, row) of the header; 0 if there is no header. */
  headerRow?: number | null | undefined;
  /** The locale by which numbers and dates are written (BCP 47), such as de for 1.234,56 and 31.12.2026. If absent, numbers have a decimal point and no grouping, and dates are yyyy-MM-dd. dateFormat overrides it for dates. */
  locale?: string | null | undefined;
  /** One ASCII character around cells; empty for none. */
  quote?: string | null | undefined;
  /** The name of a spreadsheet's sheet. */
  sheet?: string | null | undefined;
};

/** A place at which a column is split without a separator. */
export type SplitPlace =
  /** White space, counted from the end: "Ludwig van" and "Beethoven". */
  | 'LAST_SPACE'
  /** Line breaks. */
  | 'LINE_BREAK'
  /** White space, counted from the start. */
  | 'WHITE_SPACE';

/** What to import and how. */
export type StartImportInput = {
  /** Rows per chunk, within the importer's range. */
  chunkSize?: number | null | undefined;
  /** Write nothing, and show what the import would do in `counts`, `changes` and the failed rows. */
  dryRun?: boolean | null | undefined;
  /** Constants, defaults, joined columns and changes of texts, at most one rule for each field. */
  fieldRules?: Array<FieldRuleInput> | null | undefined;
  /** How to read the source. Overrides what is detected. */
  format?: SourceFormatInput | null | undefined;
  /** A key that prevents duplicate imports. The same key with the same input returns the first import; with different input, a ConflictError. */
  idempotencyKey?: string | null | undefined;
  /** The importer's name, as `importers` lists it. */
  importer: string;
  /** The complete mapping; the suggested mapping if absent. A column that it does not name goes to the importer's catch-all. */
  mapping?: Array<ColumnMappingInput> | null | undefined;
  /** Stop with status FAILED, without losing rows, if more than this share of the rows fails, 0 to 1. */
  maxErrorRate?: number | null | undefined;
  /** The mode; AUTO if absent. */
  mode?: ImportModeChoice | null | undefined;
  /** The recipients of an e-mail when the import ends: at most 10 addresses of members of the project or of domains that its administrators allow. */
  notifyEmails?: Array<string> | null | undefined;
  /** The policy for duplicates; the importer's first policy if absent. */
  onDuplicate?: DuplicatePolicy | null | undefined;
  /** The importer's own options, as in its optionsSchema. */
  options?: unknown;
  /** The project to write records to. */
  projectId: string;
  /** The source of the rows. */
  source: ImportSourceInput;
  /** The URL that gets a signed POST (Standard Webhooks) when the import ends. */
  webhookUrl?: string | null | undefined;
};

/** Imports to start together. */
export type StartImportsInput = {
  /** The imports, 1 to 50, in any projects. */
  imports: Array<StartImportInput>;
};

/** The case of letters, by the rules of the locale. */
export type TextCase =
  /** All letters in lower case. */
  | 'LOWER'
  /** The first letter of each word in upper case, the others in lower case. */
  | 'TITLE'
  /** All letters in upper case. */
  | 'UPPER';

/** A text and what stands in its place, each of at most 1,000 characters. */
export type TextReplacementInput = {
  /** The plain text to find. */
  find: string;
  /** The replacement; empty removes what is found. */
  with: string;
};

/** A change of a text. Give exactly one of these fields. */
export type TextStepInput =
  {   /** Changes upper and lower case. */
  case: TextCase; remove?: never; replace?: never; trim?: never; }
  |  { case?: never;   /** Removes a sign beside a number. */
  remove: NumberSign; replace?: never; trim?: never; }
  |  { case?: never; remove?: never;   /** Replaces all occurrences of a text. */
  replace: TextReplacementInput; trim?: never; }
  |  { case?: never; remove?: never; replace?: never;   /** Removes white space. */
  trim: TrimMode; };

/** The white space that a step removes. */
export type TrimMode =
  /** White space at both ends. */
  | 'ENDS'
  /** Also makes each run of white space within the text a single space. */
  | 'SPACES';

/** A replacement for a value. A cell matches by its exact text, else without surrounding white space and case. */
export type ValueMappingInput = {
  /** The original text of the cell. */
  from: string;
  /** The text to import instead; null for nothing, as if the cell were empty. */
  to?: string | null | undefined;
};

type Acted_ConflictError_Fragment = { __typename: 'ConflictError', code: string, params: unknown, message: string };

type Acted_ForbiddenError_Fragment = { __typename: 'ForbiddenError', code: string, params: unknown, message: string };

type Acted_ImportActionSuccess_Fragment = { __typename: 'ImportActionSuccess', data: { phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } };

type Acted_InvalidInputError_Fragment = { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> };

type Acted_LimitExceededError_Fragment = { __typename: 'LimitExceededError', code: string, params: unknown, message: string, retryAfterSeconds: number | null };

type Acted_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, params: unknown, message: string };

export type ActedFragment =
  | Acted_ConflictError_Fragment
  | Acted_ForbiddenError_Fragment
  | Acted_ImportActionSuccess_Fragment
  | Acted_InvalidInputError_Fragment
  | Acted_LimitExceededError_Fragment
  | Acted_NotFoundError_Fragment
;

export type PauseMutationVariables = Exact<{
  id: string;
}>;


export type PauseMutation = { action:
    | { __typename: 'ConflictError', code: string, params: unknown, message: string }
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'ImportActionSuccess', data: { phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', code: string, params: unknown, message: string, retryAfterSeconds: number | null }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
   };

export type ResumeMutationVariables = Exact<{
  id: string;
  maxErrorRate?: number | null | undefined;
}>;


export type ResumeMutation = { action:
    | { __typename: 'ConflictError', code: string, params: unknown, message: string }
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'ImportActionSuccess', data: { phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', code: string, params: unknown, message: string, retryAfterSeconds: number | null }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
   };

export type CancelMutationVariables = Exact<{
  id: string;
}>;


export type CancelMutation = { action:
    | { __typename: 'ConflictError', code: string, params: unknown, message: string }
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'ImportActionSuccess', data: { phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', code: string, params: unknown, message: string, retryAfterSeconds: number | null }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
   };

export type UndoMutationVariables = Exact<{
  id: string;
}>;


export type UndoMutation = { action:
    | { __typename: 'ConflictError', code: string, params: unknown, message: string }
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'ImportActionSuccess', data: { phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', code: string, params: unknown, message: string, retryAfterSeconds: number | null }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
   };

export type RetryMutationVariables = Exact<{
  id: string;
}>;


export type RetryMutation = { action:
    | { __typename: 'ConflictError', code: string, params: unknown, message: string }
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'ImportActionSuccess', data: { phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', code: string, params: unknown, message: string, retryAfterSeconds: number | null }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
   };

export type RetryRowsMutationVariables = Exact<{
  input: RetryFailedRowsInput;
}>;


export type RetryRowsMutation = { action:
    | { __typename: 'ConflictError', code: string, params: unknown, message: string }
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'ImportActionSuccess', data: { phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', code: string, params: unknown, message: string, retryAfterSeconds: number | null }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
   };

export type UndoPreviewQueryVariables = Exact<{
  id: string;
}>;


export type UndoPreviewQuery = { import: { undoPreview: { reversed: number, kept: number, errored: number } | null } | null };

export type UndoCountsQueryVariables = Exact<{
  id: string;
}>;


export type UndoCountsQuery = { import: { undo: { counts: { reversed: number, kept: number, errored: number } } | null } | null };

export type FailedRowsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  status?: FailedRowStatus | null | undefined;
  code?: string | null | undefined;
  field?: string | null | undefined;
}>;


export type FailedRowsQuery = { import: { failedRows: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { rowNumber: number, line: number | null, values: unknown, status: FailedRowStatus, attempts: number, errors: Array<{ code: string, params: unknown, field: string | null, column: string | null, value: string | null, message: string }> } }> } } | null };

export type FailedRowsLinkQueryVariables = Exact<{
  id: string;
  format: DownloadFormat;
}>;


export type FailedRowsLinkQuery = { import: { failedRowsUrl: string } | null };

export type CountsFragment = { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number };

export type GroupsFragment = { code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } };

export type ImportLineFragment = { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } };

export type ImportWholeFragment = { phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } };

export type ImportQueryVariables = Exact<{
  id: string;
}>;


export type ImportQuery = { import: { phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } | null };

export type ImportsQueryVariables = Exact<{
  projectId: string;
  first: number;
  filter?: ImportFilter | null | undefined;
}>;


export type ImportsQuery = { imports: { edges: Array<{ node: { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } }> } };

export type ImportersQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportersQuery = { importers: Array<{ name: string, label: string, maxRows: number, duplicatePolicies: Array<DuplicatePolicy>, optionsSchema: unknown, fields: Array<{ name: string, label: string, type: string, required: boolean, aliases: Array<string> }> }> };

export type ProjectsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProjectsQuery = { viewer: { email: string | null, projects: Array<{ role: Role, project: { id: string, name: string } }> } };

export type StartImportMutationVariables = Exact<{
  input: StartImportInput;
}>;


export type StartImportMutation = { startImport:
    | { __typename: 'ConflictError', code: string, params: unknown, message: string }
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', code: string, params: unknown, message: string, retryAfterSeconds: number | null }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
    | { __typename: 'StartImportSuccess', data: { phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } }
   };

export type StartImportsMutationVariables = Exact<{
  input: StartImportsInput;
}>;


export type StartImportsMutation = { startImports:
    | { __typename: 'ConflictError', code: string, params: unknown, message: string }
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', code: string, params: unknown, message: string, retryAfterSeconds: number | null }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
    | { __typename: 'StartImportsSuccess', data: Array<{ phase: ImportPhase, mode: ImportMode, onDuplicate: DuplicatePolicy, options: unknown, availableActions: Array<ImportAction>, id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdBy: string, createdAt: string, finishedAt: string | null, percent: number, modeReason: { code: string, params: unknown, text: string }, mapping: Array<{ column: string, field: string | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }>, warnings: Array<{ code: string, params: unknown, message: string, column: string | null, count: number | null }>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } }> }
   };

export type InspectSheetsMutationVariables = Exact<{
  input: InspectSourceInput;
}>;


export type InspectSheetsMutation = { inspectSource:
    | { __typename: 'ForbiddenError', code: string, params: unknown, message: string }
    | { __typename: 'InspectSourceSuccess', data: { sheets: Array<string> } }
    | { __typename: 'InvalidInputError', code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', code: string, params: unknown, message: string, retryAfterSeconds: number | null }
    | { __typename: 'NotFoundError', code: string, params: unknown, message: string }
   };

export type WatchImportSubscriptionVariables = Exact<{
  id: string;
}>;


export type WatchImportSubscription = { importProgress: { id: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } };

export type KeyLineFragment = { id: string, name: string, role: Role, prefix: string, createdBy: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null };

export type KeysQueryVariables = Exact<{
  projectId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type KeysQuery = { project: { apiKeys: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, role: Role, prefix: string, createdBy: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } }> } | null } | null };

export type CreateKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateKeyMutation = { createApiKey:
    | { code: string, params: unknown, message: string }
    | { key: string, data: { id: string, name: string, role: Role, prefix: string, createdBy: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } }
    | { code: string, params: unknown, message: string }
    | { code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { code: string, params: unknown, message: string }
    | { code: string, params: unknown, message: string }
   };

export type RevokeKeyMutationVariables = Exact<{
  id: string;
}>;


export type RevokeKeyMutation = { revokeApiKey:
    | { data: { id: string, name: string, role: Role, prefix: string, createdBy: string, createdAt: string, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null } }
    | { code: string, params: unknown, message: string }
    | { code: string, params: unknown, message: string }
    | { code: string, params: unknown, message: string, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { code: string, params: unknown, message: string }
    | { code: string, params: unknown, message: string }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CountsFragmentDoc = new TypedDocumentString(`
    fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
    `, {"fragmentName":"Counts"}) as unknown as TypedDocumentString<CountsFragment, unknown>;
export const ImportLineFragmentDoc = new TypedDocumentString(`
    fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
    fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}`, {"fragmentName":"ImportLine"}) as unknown as TypedDocumentString<ImportLineFragment, unknown>;
export const GroupsFragmentDoc = new TypedDocumentString(`
    fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
    `, {"fragmentName":"Groups"}) as unknown as TypedDocumentString<GroupsFragment, unknown>;
export const ImportWholeFragmentDoc = new TypedDocumentString(`
    fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}
    fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}`, {"fragmentName":"ImportWhole"}) as unknown as TypedDocumentString<ImportWholeFragment, unknown>;
export const ActedFragmentDoc = new TypedDocumentString(`
    fragment Acted on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportWhole
    }
  }
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on LimitExceededError {
    retryAfterSeconds
  }
}
    fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}`, {"fragmentName":"Acted"}) as unknown as TypedDocumentString<ActedFragment, unknown>;
export const KeyLineFragmentDoc = new TypedDocumentString(`
    fragment KeyLine on ApiKey {
  id
  name
  role
  prefix
  createdBy
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}
    `, {"fragmentName":"KeyLine"}) as unknown as TypedDocumentString<KeyLineFragment, unknown>;
export const PauseDocument = new TypedDocumentString(`
    mutation Pause($id: ID!) {
  action: pauseImport(id: $id) {
    ...Acted
  }
}
    fragment Acted on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportWhole
    }
  }
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on LimitExceededError {
    retryAfterSeconds
  }
}
fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}`) as unknown as TypedDocumentString<PauseMutation, PauseMutationVariables>;
export const ResumeDocument = new TypedDocumentString(`
    mutation Resume($id: ID!, $maxErrorRate: Float) {
  action: resumeImport(id: $id, maxErrorRate: $maxErrorRate) {
    ...Acted
  }
}
    fragment Acted on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportWhole
    }
  }
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on LimitExceededError {
    retryAfterSeconds
  }
}
fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}`) as unknown as TypedDocumentString<ResumeMutation, ResumeMutationVariables>;
export const CancelDocument = new TypedDocumentString(`
    mutation Cancel($id: ID!) {
  action: cancelImport(id: $id) {
    ...Acted
  }
}
    fragment Acted on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportWhole
    }
  }
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on LimitExceededError {
    retryAfterSeconds
  }
}
fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}`) as unknown as TypedDocumentString<CancelMutation, CancelMutationVariables>;
export const UndoDocument = new TypedDocumentString(`
    mutation Undo($id: ID!) {
  action: undoImport(id: $id) {
    ...Acted
  }
}
    fragment Acted on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportWhole
    }
  }
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on LimitExceededError {
    retryAfterSeconds
  }
}
fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}`) as unknown as TypedDocumentString<UndoMutation, UndoMutationVariables>;
export const RetryDocument = new TypedDocumentString(`
    mutation Retry($id: ID!) {
  action: retryImport(id: $id) {
    ...Acted
  }
}
    fragment Acted on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportWhole
    }
  }
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on LimitExceededError {
    retryAfterSeconds
  }
}
fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}`) as unknown as TypedDocumentString<RetryMutation, RetryMutationVariables>;
export const RetryRowsDocument = new TypedDocumentString(`
    mutation RetryRows($input: RetryFailedRowsInput!) {
  action: retryFailedRows(input: $input) {
    ...Acted
  }
}
    fragment Acted on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportWhole
    }
  }
  ... on Error {
    code
    params
    message
  }
  ... on InvalidInputError {
    issues {
      path
      code
      params
      message
    }
  }
  ... on LimitExceededError {
    retryAfterSeconds
  }
}
fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}`) as unknown as TypedDocumentString<RetryRowsMutation, RetryRowsMutationVariables>;
export const UndoPreviewDocument = new TypedDocumentString(`
    query UndoPreview($id: ID!) {
  import(id: $id) {
    undoPreview {
      reversed
      kept
      errored
    }
  }
}
    `) as unknown as TypedDocumentString<UndoPreviewQuery, UndoPreviewQueryVariables>;
export const UndoCountsDocument = new TypedDocumentString(`
    query UndoCounts($id: ID!) {
  import(id: $id) {
    undo {
      counts {
        reversed
        kept
        errored
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UndoCountsQuery, UndoCountsQueryVariables>;
export const FailedRowsDocument = new TypedDocumentString(`
    query FailedRows($id: ID!, $first: Int!, $after: String, $status: FailedRowStatus, $code: String, $field: String) {
  import(id: $id) {
    failedRows(
      first: $first
      after: $after
      status: $status
      code: $code
      field: $field
    ) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          rowNumber
          line
          values
          errors {
            code
            params
            field
            column
            value
            message
          }
          status
          attempts
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FailedRowsQuery, FailedRowsQueryVariables>;
export const FailedRowsLinkDocument = new TypedDocumentString(`
    query FailedRowsLink($id: ID!, $format: DownloadFormat!) {
  import(id: $id) {
    failedRowsUrl(format: $format)
  }
}
    `) as unknown as TypedDocumentString<FailedRowsLinkQuery, FailedRowsLinkQueryVariables>;
export const ImportDocument = new TypedDocumentString(`
    query Import($id: ID!) {
  import(id: $id) {
    ...ImportWhole
  }
}
    fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}`) as unknown as TypedDocumentString<ImportQuery, ImportQueryVariables>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports($projectId: ID!, $first: Int!, $filter: ImportFilter) {
  imports(projectId: $projectId, first: $first, filter: $filter) {
    edges {
      node {
        ...ImportLine
      }
    }
  }
}
    fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}`) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const ImportersDocument = new TypedDocumentString(`
    query Importers {
  importers {
    name
    label
    maxRows
    duplicatePolicies
    optionsSchema
    fields {
      name
      label
      type
      required
      aliases
    }
  }
}
    `) as unknown as TypedDocumentString<ImportersQuery, ImportersQueryVariables>;
export const ProjectsDocument = new TypedDocumentString(`
    query Projects {
  viewer {
    email
    projects {
      role
      project {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectsQuery, ProjectsQueryVariables>;
export const StartImportDocument = new TypedDocumentString(`
    mutation StartImport($input: StartImportInput!) {
  startImport(input: $input) {
    __typename
    ... on StartImportSuccess {
      data {
        ...ImportWhole
      }
    }
    ... on Error {
      code
      params
      message
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
    ... on LimitExceededError {
      retryAfterSeconds
    }
  }
}
    fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}`) as unknown as TypedDocumentString<StartImportMutation, StartImportMutationVariables>;
export const StartImportsDocument = new TypedDocumentString(`
    mutation StartImports($input: StartImportsInput!) {
  startImports(input: $input) {
    __typename
    ... on StartImportsSuccess {
      data {
        ...ImportWhole
      }
    }
    ... on Error {
      code
      params
      message
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
    ... on LimitExceededError {
      retryAfterSeconds
    }
  }
}
    fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}
fragment ImportLine on Import {
  id
  importerName
  status
  statusReason {
    code
    params
    text
  }
  dryRun
  sourceName
  createdBy
  createdAt
  finishedAt
  percent
  counts {
    ...Counts
  }
}
fragment ImportWhole on Import {
  ...ImportLine
  phase
  mode
  modeReason {
    code
    params
    text
  }
  onDuplicate
  options
  mapping {
    column
    field
  }
  errorSummary {
    ...Groups
  }
  warnings {
    code
    params
    message
    column
    count
  }
  availableActions
}`) as unknown as TypedDocumentString<StartImportsMutation, StartImportsMutationVariables>;
export const InspectSheetsDocument = new TypedDocumentString(`
    mutation InspectSheets($input: InspectSourceInput!) {
  inspectSource(input: $input) {
    __typename
    ... on InspectSourceSuccess {
      data {
        sheets
      }
    }
    ... on Error {
      code
      params
      message
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
    ... on LimitExceededError {
      retryAfterSeconds
    }
  }
}
    `) as unknown as TypedDocumentString<InspectSheetsMutation, InspectSheetsMutationVariables>;
export const WatchImportDocument = new TypedDocumentString(`
    subscription WatchImport($id: ID!) {
  importProgress(id: $id) {
    id
    status
    statusReason {
      code
      params
      text
    }
    phase
    revision
    updatedAt
    percent
    counts {
      ...Counts
    }
    rowsPerSecond
    etaSeconds
    errorSummary {
      ...Groups
    }
  }
}
    fragment Counts on ImportCounts {
  total
  created
  updated
  unchanged
  skipped
  failed
  discarded
  pending
}
fragment Groups on ErrorGroup {
  code
  field
  count
  sampleValue
  sampleMessage {
    code
    params
    text
  }
}`) as unknown as TypedDocumentString<WatchImportSubscription, WatchImportSubscriptionVariables>;
export const KeysDocument = new TypedDocumentString(`
    query Keys($projectId: ID!, $first: Int!, $after: String) {
  project(id: $projectId) {
    apiKeys(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...KeyLine
        }
      }
    }
  }
}
    fragment KeyLine on ApiKey {
  id
  name
  role
  prefix
  createdBy
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<KeysQuery, KeysQueryVariables>;
export const CreateKeyDocument = new TypedDocumentString(`
    mutation CreateKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    ... on CreateApiKeySuccess {
      key
      data {
        ...KeyLine
      }
    }
    ... on Error {
      code
      params
      message
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment KeyLine on ApiKey {
  id
  name
  role
  prefix
  createdBy
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<CreateKeyMutation, CreateKeyMutationVariables>;
export const RevokeKeyDocument = new TypedDocumentString(`
    mutation RevokeKey($id: ID!) {
  revokeApiKey(id: $id) {
    ... on ApiKeySuccess {
      data {
        ...KeyLine
      }
    }
    ... on Error {
      code
      params
      message
    }
    ... on InvalidInputError {
      issues {
        path
        code
        params
        message
      }
    }
  }
}
    fragment KeyLine on ApiKey {
  id
  name
  role
  prefix
  createdBy
  createdAt
  expiresAt
  lastUsedAt
  revokedAt
}`) as unknown as TypedDocumentString<RevokeKeyMutation, RevokeKeyMutationVariables>;