/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Where a column goes. */
export type ColumnMappingInput = {
  /** The source's column. */
  column: string;
  /** The importer's field; null ignores the column. */
  field?: string | null | undefined;
  /** What is imported in place of some of its values; the row itself stays as it came. */
  values?: Array<ValueMappingInput> | null | undefined;
};

/** What the key is to be. */
export type CreateApiKeyInput = {
  /** From when on it does not hold any more; never when absent. */
  expiresAt?: string | null | undefined;
  /** What people call it, at most 100 characters; no two of a project that hold are called alike. */
  name: string;
  /** The one project that it opens. */
  projectId: string;
  /** What it may do in the project. */
  role: Role;
};

/** How a download is written. */
export type DownloadFormat =
  /** UTF-8 with a byte order mark, for spreadsheets. */
  | 'CSV'
  /** A JSON object on each line. */
  | 'JSONL';

/** What happens to a row that matches a record that is already there, or an earlier row of the same import: SKIP leaves the record, UPDATE overwrites it, ENRICH fills its empty fields, FAIL makes a failed row. */
export type DuplicatePolicy =
  /** The row fills what is empty, and overwrites nothing. */
  | 'ENRICH'
  /** The row becomes a failed row with DUPLICATE. */
  | 'FAIL'
  /** The record stays as it is. */
  | 'SKIP'
  /** What the row says replaces what the record says; empty values erase nothing. */
  | 'UPDATE';

/** Which open failed rows; what is said is all true of each. With code and field: an error of both. */
export type FailedRowFilter = {
  /** With an error of this code. */
  code?: string | null | undefined;
  /** With an error of this field. */
  field?: string | null | undefined;
  /** With these numbers. An empty list is an InvalidInputError. */
  rowNumbers?: Array<number> | null | undefined;
};

/** OPEN until the row is corrected and imported (RESOLVED) or given up (DISCARDED). */
export type FailedRowStatus =
  /** Somebody gave it up. It is kept. */
  | 'DISCARDED'
  /** It waits for a correction. */
  | 'OPEN'
  /** It was corrected, and got in. */
  | 'RESOLVED';

/** What can be done to an import. */
export type ImportAction =
  /** cancelImport. */
  | 'CANCEL'
  /** discardFailedRows. */
  | 'DISCARD_ROWS'
  /** pauseImport. */
  | 'PAUSE'
  /** resumeImport. */
  | 'RESUME'
  /** retryImport: all that did not succeed. */
  | 'RETRY'
  /** retryFailedRows: failed rows that are chosen or corrected. */
  | 'RETRY_ROWS'
  /** undoImport. */
  | 'UNDO';

/** Which imports; what is said is all true of each. */
export type ImportFilter = {
  /** Asked for at this moment or later. */
  createdAfter?: string | null | undefined;
  /** Asked for before this moment. */
  createdBefore?: string | null | undefined;
  /** Only dry runs, or only what is none. */
  dryRun?: boolean | null | undefined;
  /** Of this importer. */
  importer?: string | null | undefined;
  /** Part of the source's name or of who started it, in any case; or an id. */
  search?: string | null | undefined;
  /** With one of these statuses. */
  status?: Array<ImportStatus> | null | undefined;
};

/** How an import runs. */
export type ImportMode =
  /** By jobs: watch it by importProgress. */
  | 'ASYNC'
  /** Within the request: it is done when the answer comes. */
  | 'SYNC';

/** SYNC imports within the request, ASYNC as jobs; AUTO is SYNC for a source of 500 KB and 500 rows at most. */
export type ImportModeChoice =
  /** By jobs: watch it by importProgress. */
  | 'ASYNC'
  /** Decided by the size of the source. */
  | 'AUTO'
  /** Within the request: it is done when the answer comes. If a transient error interrupts it, the answer waits 20 s more at most, and may be RUNNING. */
  | 'SYNC';

/** What the import is doing, or did last. percent and etaSeconds are of this phase. */
export type ImportPhase =
  /** It reads the source and applies its rows. */
  | 'IMPORT'
  /** It sends failed rows through again. */
  | 'RETRY'
  /** It takes back what it did. */
  | 'UNDO';

/** Where the rows come from: exactly one of these. */
export type ImportSourceInput =
  {   /** A small file in this very request. */
  file: null; importId?: never; rows?: never; uploadId?: never; url?: never; }
  |  { file?: never;   /** The rows of an earlier import as they were read, with the corrections made there: the way from a dry run to the import. */
  importId: string; rows?: never; uploadId?: never; url?: never; }
  |  { file?: never; importId?: never;   /** Records inline, as a JSON array of objects, at most 10 MB. */
  rows: Array<unknown>; uploadId?: never; url?: never; }
  |  { file?: never; importId?: never; rows?: never;   /** The id of a finished resumable upload; it serves until it expires. */
  uploadId: string; url?: never; }
  |  { file?: never; importId?: never; rows?: never; uploadId?: never;   /** What to fetch, over http or https: a file (CSV, JSON and the like; gzip too), a sitemap or its index, or a feed. Credentials in it (https://user:password@...) go as Basic authentication. */
  url: string; };

/** Where an import stands. COMPLETED means that every row has a good outcome. */
export type ImportStatus =
  /** Somebody wants no more of it. What is done stays done. */
  | 'CANCELLED'
  /** Every row has a good outcome. */
  | 'COMPLETED'
  /** Every row has an outcome, and some are failed or discarded. */
  | 'COMPLETED_WITH_ERRORS'
  /** It could not go on; statusReason says why. What is done stays done, what is pending stays pending. */
  | 'FAILED'
  /** Somebody wants it to wait. */
  | 'PAUSED'
  /** Accepted and durable; no worker has begun, or as many imports of the project run as may at once. */
  | 'QUEUED'
  /** Being read and applied. */
  | 'RUNNING'
  /** Being taken back. */
  | 'UNDOING'
  /** Taken back; what was kept or errored is listed. */
  | 'UNDONE';

/** corrections alone: those rows and no others. filter: the open rows that it selects (corrected where a correction is given too). Neither: all open rows. An empty list is an InvalidInputError, never "all". */
export type RetryFailedRowsInput = {
  /** How some of them are corrected. */
  corrections?: Array<RowCorrectionInput> | null | undefined;
  /** Which rows. */
  filter?: FailedRowFilter | null | undefined;
  /** The import's id. */
  importId: string;
};

/** What somebody may do in a project: a VIEWER reads, an EDITOR imports, an ADMIN also manages it. */
export type Role =
  /** Also manages members, keys, notifications and the name of the project. */
  | 'ADMIN'
  /** Also starts, steers, corrects and undoes imports. */
  | 'EDITOR'
  /** Reads all of the project, downloads included. */
  | 'VIEWER';

/** How a failed row is corrected. */
export type RowCorrectionInput = {
  /** The row's number. */
  rowNumber: number;
  /** An object: the columns that it names are replaced, the others stay. */
  values: unknown;
};

/** What was detected wrongly, said right; what is absent is detected. */
export type SourceFormatInput = {
  /** How dates are written, as in Unicode: dd/MM/yyyy, d MMM yyyy. yyyy-MM-dd is understood beside it. For fields of the type date. */
  dateFormat?: string | null | undefined;
  /** One ASCII character between cells; \t is a tab. */
  delimiter?: string | null | undefined;
  /** Such as utf-8 or windows-1252. */
  encoding?: string | null | undefined;
  /** 1-based line of the header (row, of a spreadsheet); 0: there is none. */
  headerRow?: number | null | undefined;
  /** One ASCII character around cells; empty: none. */
  quote?: string | null | undefined;
  /** The name of a spreadsheet's sheet. */
  sheet?: string | null | undefined;
};

/** What to import, and how. */
export type StartImportInput = {
  /** Rows of a chunk, within the importer's range. */
  chunkSize?: number | null | undefined;
  /** Write nothing, and show what would be: in `counts`, `changes` and the failed rows. */
  dryRun?: boolean | null | undefined;
  /** How to read the source, where detection errs. */
  format?: SourceFormatInput | null | undefined;
  /** The same key with the same input gives the first import again; with other input, a ConflictError. */
  idempotencyKey?: string | null | undefined;
  /** The importer's name, as `importers` lists it. */
  importer: string;
  /** Absent: the suggested one. Given: complete; a column that it does not name goes to the importer's catch-all. */
  mapping?: Array<ColumnMappingInput> | null | undefined;
  /** Stop (status FAILED, nothing lost) when more than this share of the rows fails, 0 to 1. */
  maxErrorRate?: number | null | undefined;
  /** AUTO when absent. */
  mode?: ImportModeChoice | null | undefined;
  /** Who gets an e-mail when it ends: at most 10 addresses of members of the project, or of domains that its administrators allowed. */
  notifyEmails?: Array<string> | null | undefined;
  /** Absent: the importer's first policy. */
  onDuplicate?: DuplicatePolicy | null | undefined;
  /** The importer's own options, as its optionsSchema says. */
  options?: unknown;
  /** The project that records are written to. */
  projectId: string;
  /** Where the rows come from. */
  source: ImportSourceInput;
  /** What is told by a signed POST (Standard Webhooks) when it ends. */
  webhookUrl?: string | null | undefined;
};

/** What is imported in place of a value. A cell is found by its exact text, else without outer white space and case. */
export type ValueMappingInput = {
  /** The cell's text, as it came. */
  from: string;
  /** The text that is imported instead; null: nothing, as if the cell were empty. */
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