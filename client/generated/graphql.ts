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

export type ImportFieldsFragment = { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdAt: string, finishedAt: string | null, percent: number, availableActions: Array<ImportAction>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> };

type ErrorFields_ConflictError_Fragment = { code: string, message: string, params: unknown };

type ErrorFields_ForbiddenError_Fragment = { code: string, message: string, params: unknown };

type ErrorFields_InvalidInputError_Fragment = { code: string, message: string, params: unknown };

type ErrorFields_LimitExceededError_Fragment = { code: string, message: string, params: unknown };

type ErrorFields_NotFoundError_Fragment = { code: string, message: string, params: unknown };

export type ErrorFieldsFragment =
  | ErrorFields_ConflictError_Fragment
  | ErrorFields_ForbiddenError_Fragment
  | ErrorFields_InvalidInputError_Fragment
  | ErrorFields_LimitExceededError_Fragment
  | ErrorFields_NotFoundError_Fragment
;

type ActionFields_ConflictError_Fragment = { __typename: 'ConflictError', code: string, message: string, params: unknown };

type ActionFields_ForbiddenError_Fragment = { __typename: 'ForbiddenError', code: string, message: string, params: unknown };

type ActionFields_ImportActionSuccess_Fragment = { __typename: 'ImportActionSuccess', data: { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdAt: string, finishedAt: string | null, percent: number, availableActions: Array<ImportAction>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } };

type ActionFields_InvalidInputError_Fragment = { __typename: 'InvalidInputError', code: string, message: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> };

type ActionFields_LimitExceededError_Fragment = { __typename: 'LimitExceededError', retryAfterSeconds: number | null, code: string, message: string, params: unknown };

type ActionFields_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, params: unknown };

export type ActionFieldsFragment =
  | ActionFields_ConflictError_Fragment
  | ActionFields_ForbiddenError_Fragment
  | ActionFields_ImportActionSuccess_Fragment
  | ActionFields_InvalidInputError_Fragment
  | ActionFields_LimitExceededError_Fragment
  | ActionFields_NotFoundError_Fragment
;

export type ImportersQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportersQuery = { importers: Array<{ name: string, label: string, maxRows: number, duplicatePolicies: Array<DuplicatePolicy>, optionsSchema: unknown, fields: Array<{ name: string, label: string, type: string, required: boolean, aliases: Array<string> }> }> };

export type ImportQueryVariables = Exact<{
  id: string;
}>;


export type ImportQuery = { import: { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdAt: string, finishedAt: string | null, percent: number, availableActions: Array<ImportAction>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } | null };

export type ImportsQueryVariables = Exact<{
  projectId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ImportFilter | null | undefined;
}>;


export type ImportsQuery = { imports: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdAt: string, finishedAt: string | null, percent: number, availableActions: Array<ImportAction>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } }> } };

export type FailedRowsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FailedRowsQuery = { import: { failedRows: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { rowNumber: number, line: number | null, values: unknown, status: FailedRowStatus, attempts: number, errors: Array<{ code: string, params: unknown, field: string | null, column: string | null, value: string | null, message: string }> } }> } } | null };

export type StartImportMutationVariables = Exact<{
  input: StartImportInput;
}>;


export type StartImportMutation = { startImport:
    | { __typename: 'ConflictError', code: string, message: string, params: unknown }
    | { __typename: 'ForbiddenError', code: string, message: string, params: unknown }
    | { __typename: 'InvalidInputError', code: string, message: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', retryAfterSeconds: number | null, code: string, message: string, params: unknown }
    | { __typename: 'NotFoundError', code: string, message: string, params: unknown }
    | { __typename: 'StartImportSuccess', data: { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdAt: string, finishedAt: string | null, percent: number, availableActions: Array<ImportAction>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } }
   };

export type RetryFailedRowsMutationVariables = Exact<{
  input: RetryFailedRowsInput;
}>;


export type RetryFailedRowsMutation = { action:
    | { __typename: 'ConflictError', code: string, message: string, params: unknown }
    | { __typename: 'ForbiddenError', code: string, message: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdAt: string, finishedAt: string | null, percent: number, availableActions: Array<ImportAction>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } }
    | { __typename: 'InvalidInputError', code: string, message: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', retryAfterSeconds: number | null, code: string, message: string, params: unknown }
    | { __typename: 'NotFoundError', code: string, message: string, params: unknown }
   };

export type PauseImportMutationVariables = Exact<{
  id: string;
}>;


export type PauseImportMutation = { action:
    | { __typename: 'ConflictError', code: string, message: string, params: unknown }
    | { __typename: 'ForbiddenError', code: string, message: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdAt: string, finishedAt: string | null, percent: number, availableActions: Array<ImportAction>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } }
    | { __typename: 'InvalidInputError', code: string, message: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', retryAfterSeconds: number | null, code: string, message: string, params: unknown }
    | { __typename: 'NotFoundError', code: string, message: string, params: unknown }
   };

export type ResumeImportMutationVariables = Exact<{
  id: string;
}>;


export type ResumeImportMutation = { action:
    | { __typename: 'ConflictError', code: string, message: string, params: unknown }
    | { __typename: 'ForbiddenError', code: string, message: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdAt: string, finishedAt: string | null, percent: number, availableActions: Array<ImportAction>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } }
    | { __typename: 'InvalidInputError', code: string, message: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', retryAfterSeconds: number | null, code: string, message: string, params: unknown }
    | { __typename: 'NotFoundError', code: string, message: string, params: unknown }
   };

export type CancelImportMutationVariables = Exact<{
  id: string;
}>;


export type CancelImportMutation = { action:
    | { __typename: 'ConflictError', code: string, message: string, params: unknown }
    | { __typename: 'ForbiddenError', code: string, message: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdAt: string, finishedAt: string | null, percent: number, availableActions: Array<ImportAction>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } }
    | { __typename: 'InvalidInputError', code: string, message: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', retryAfterSeconds: number | null, code: string, message: string, params: unknown }
    | { __typename: 'NotFoundError', code: string, message: string, params: unknown }
   };

export type UndoImportMutationVariables = Exact<{
  id: string;
}>;


export type UndoImportMutation = { action:
    | { __typename: 'ConflictError', code: string, message: string, params: unknown }
    | { __typename: 'ForbiddenError', code: string, message: string, params: unknown }
    | { __typename: 'ImportActionSuccess', data: { id: string, importerName: string, status: ImportStatus, dryRun: boolean, sourceName: string, createdAt: string, finishedAt: string | null, percent: number, availableActions: Array<ImportAction>, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } }
    | { __typename: 'InvalidInputError', code: string, message: string, params: unknown, issues: Array<{ path: Array<string>, code: string, params: unknown, message: string }> }
    | { __typename: 'LimitExceededError', retryAfterSeconds: number | null, code: string, message: string, params: unknown }
    | { __typename: 'NotFoundError', code: string, message: string, params: unknown }
   };

export type ImportProgressSubscriptionVariables = Exact<{
  id: string;
}>;


export type ImportProgressSubscription = { importProgress: { id: string, status: ImportStatus, phase: ImportPhase, revision: number, updatedAt: string, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, statusReason: { code: string, params: unknown, text: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, errorSummary: Array<{ code: string, field: string | null, count: number, sampleValue: string | null, sampleMessage: { code: string, params: unknown, text: string } }> } };

export type ProjectImportsSubscriptionVariables = Exact<{
  projectId: string;
}>;


export type ProjectImportsSubscription = { projectImports: { id: string, status: ImportStatus, percent: number, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number } } };

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
export const ImportFieldsFragmentDoc = new TypedDocumentString(`
    fragment ImportFields on Import {
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
  createdAt
  finishedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  errorSummary {
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
  availableActions
}
    `, {"fragmentName":"ImportFields"}) as unknown as TypedDocumentString<ImportFieldsFragment, unknown>;
export const ErrorFieldsFragmentDoc = new TypedDocumentString(`
    fragment ErrorFields on Error {
  code
  message
  params
}
    `, {"fragmentName":"ErrorFields"}) as unknown as TypedDocumentString<ErrorFieldsFragment, unknown>;
export const ActionFieldsFragmentDoc = new TypedDocumentString(`
    fragment ActionFields on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportFields
    }
  }
  ... on Error {
    ...ErrorFields
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
    fragment ImportFields on Import {
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
  createdAt
  finishedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  errorSummary {
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
  availableActions
}
fragment ErrorFields on Error {
  code
  message
  params
}`, {"fragmentName":"ActionFields"}) as unknown as TypedDocumentString<ActionFieldsFragment, unknown>;
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
export const ImportDocument = new TypedDocumentString(`
    query Import($id: ID!) {
  import(id: $id) {
    ...ImportFields
  }
}
    fragment ImportFields on Import {
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
  createdAt
  finishedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  errorSummary {
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
  availableActions
}`) as unknown as TypedDocumentString<ImportQuery, ImportQueryVariables>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports($projectId: ID!, $first: Int, $after: String, $filter: ImportFilter) {
  imports(projectId: $projectId, first: $first, after: $after, filter: $filter) {
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ImportFields
      }
    }
  }
}
    fragment ImportFields on Import {
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
  createdAt
  finishedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  errorSummary {
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
  availableActions
}`) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const FailedRowsDocument = new TypedDocumentString(`
    query FailedRows($id: ID!, $first: Int, $after: String) {
  import(id: $id) {
    failedRows(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          rowNumber
          line
          values
          status
          attempts
          errors {
            code
            params
            field
            column
            value
            message
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FailedRowsQuery, FailedRowsQueryVariables>;
export const StartImportDocument = new TypedDocumentString(`
    mutation StartImport($input: StartImportInput!) {
  startImport(input: $input) {
    __typename
    ... on StartImportSuccess {
      data {
        ...ImportFields
      }
    }
    ... on Error {
      ...ErrorFields
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
    fragment ImportFields on Import {
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
  createdAt
  finishedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  errorSummary {
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
  availableActions
}
fragment ErrorFields on Error {
  code
  message
  params
}`) as unknown as TypedDocumentString<StartImportMutation, StartImportMutationVariables>;
export const RetryFailedRowsDocument = new TypedDocumentString(`
    mutation RetryFailedRows($input: RetryFailedRowsInput!) {
  action: retryFailedRows(input: $input) {
    ...ActionFields
  }
}
    fragment ImportFields on Import {
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
  createdAt
  finishedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  errorSummary {
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
  availableActions
}
fragment ErrorFields on Error {
  code
  message
  params
}
fragment ActionFields on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportFields
    }
  }
  ... on Error {
    ...ErrorFields
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
}`) as unknown as TypedDocumentString<RetryFailedRowsMutation, RetryFailedRowsMutationVariables>;
export const PauseImportDocument = new TypedDocumentString(`
    mutation PauseImport($id: ID!) {
  action: pauseImport(id: $id) {
    ...ActionFields
  }
}
    fragment ImportFields on Import {
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
  createdAt
  finishedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  errorSummary {
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
  availableActions
}
fragment ErrorFields on Error {
  code
  message
  params
}
fragment ActionFields on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportFields
    }
  }
  ... on Error {
    ...ErrorFields
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
}`) as unknown as TypedDocumentString<PauseImportMutation, PauseImportMutationVariables>;
export const ResumeImportDocument = new TypedDocumentString(`
    mutation ResumeImport($id: ID!) {
  action: resumeImport(id: $id) {
    ...ActionFields
  }
}
    fragment ImportFields on Import {
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
  createdAt
  finishedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  errorSummary {
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
  availableActions
}
fragment ErrorFields on Error {
  code
  message
  params
}
fragment ActionFields on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportFields
    }
  }
  ... on Error {
    ...ErrorFields
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
}`) as unknown as TypedDocumentString<ResumeImportMutation, ResumeImportMutationVariables>;
export const CancelImportDocument = new TypedDocumentString(`
    mutation CancelImport($id: ID!) {
  action: cancelImport(id: $id) {
    ...ActionFields
  }
}
    fragment ImportFields on Import {
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
  createdAt
  finishedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  errorSummary {
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
  availableActions
}
fragment ErrorFields on Error {
  code
  message
  params
}
fragment ActionFields on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportFields
    }
  }
  ... on Error {
    ...ErrorFields
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
}`) as unknown as TypedDocumentString<CancelImportMutation, CancelImportMutationVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($id: ID!) {
  action: undoImport(id: $id) {
    ...ActionFields
  }
}
    fragment ImportFields on Import {
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
  createdAt
  finishedAt
  percent
  counts {
    total
    created
    updated
    unchanged
    skipped
    failed
    discarded
    pending
  }
  errorSummary {
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
  availableActions
}
fragment ErrorFields on Error {
  code
  message
  params
}
fragment ActionFields on ImportActionResult {
  __typename
  ... on ImportActionSuccess {
    data {
      ...ImportFields
    }
  }
  ... on Error {
    ...ErrorFields
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
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const ImportProgressDocument = new TypedDocumentString(`
    subscription ImportProgress($id: ID!) {
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
      total
      created
      updated
      unchanged
      skipped
      failed
      discarded
      pending
    }
    rowsPerSecond
    etaSeconds
    errorSummary {
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
  }
}
    `) as unknown as TypedDocumentString<ImportProgressSubscription, ImportProgressSubscriptionVariables>;
export const ProjectImportsDocument = new TypedDocumentString(`
    subscription ProjectImports($projectId: ID!) {
  projectImports(projectId: $projectId) {
    id
    status
    percent
    counts {
      total
      created
      updated
      unchanged
      skipped
      failed
      discarded
      pending
    }
  }
}
    `) as unknown as TypedDocumentString<ProjectImportsSubscription, ProjectImportsSubscriptionVariables>;