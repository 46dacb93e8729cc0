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
};

/** What happens to a row that matches a record that is already there, or an earlier row of the same import: SKIP leaves the record, UPDATE overwrites it, ENRICH fills its empty fields, FAIL makes a failed row. */
export type DuplicatePolicy =
  | 'ENRICH'
  | 'FAIL'
  | 'SKIP'
  | 'UPDATE';

/** OPEN until the row is corrected and imported (RESOLVED) or given up (DISCARDED). */
export type FailedRowStatus =
  | 'DISCARDED'
  | 'OPEN'
  | 'RESOLVED';

/** What can be done to an import. */
export type ImportAction =
  | 'CANCEL'
  | 'DISCARD_ROWS'
  | 'PAUSE'
  | 'RESUME'
  | 'RETRY'
  | 'RETRY_ROWS'
  | 'UNDO';

/** Which imports; what is said is all true of each. */
export type ImportFilter = {
  /** Asked for at this moment or later. */
  createdAfter?: string | null | undefined;
  /** Asked for before this moment. */
  createdBefore?: string | null | undefined;
  /** Of this importer. */
  importer?: string | null | undefined;
  /** Part of the source's name or of who started it, in any case; or an id. */
  search?: string | null | undefined;
  /** With one of these statuses. */
  status?: Array<ImportStatus> | null | undefined;
};

/** SYNC imports within the request, ASYNC as jobs; AUTO is SYNC for a source of 500 KB and 500 rows at most. */
export type ImportMode =
  | 'ASYNC'
  | 'AUTO'
  | 'SYNC';

/** The order of a list of imports. */
export type ImportOrder = {
  /** Which way. */
  direction: SortDirection;
  /** By what. */
  field: ImportOrderField;
};

/** What a list of imports is ordered by. */
export type ImportOrderField =
  | 'CREATED_AT'
  | 'FINISHED_AT'
  | 'STATUS';

/** What the import is doing, or did last. percent and etaSeconds are of this phase. */
export type ImportPhase =
  | 'IMPORT'
  | 'RETRY'
  | 'UNDO';

/** Where the rows come from: exactly one of these. */
export type ImportSourceInput =
  {   /** A small file in this very request. */
  file: File; rows?: never; uploadId?: never; }
  |  { file?: never;   /** Records inline, as a JSON array of objects, at most 10 MB. */
  rows: Array<unknown>; uploadId?: never; }
  |  { file?: never; rows?: never;   /** The id of a finished resumable upload; it serves until it expires. */
  uploadId: string; };

/** Where an import stands. COMPLETED means that every row has a good outcome. */
export type ImportStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'COMPLETED_WITH_ERRORS'
  | 'FAILED'
  | 'PAUSED'
  | 'QUEUED'
  | 'RUNNING'
  | 'UNDOING'
  | 'UNDONE';

/** What somebody may do in a project: a VIEWER reads, an EDITOR imports, an ADMIN also manages it. */
export type Role =
  | 'ADMIN'
  | 'EDITOR'
  | 'VIEWER';

/** ASC: the smallest or oldest first. */
export type SortDirection =
  | 'ASC'
  | 'DESC';

/** What was detected wrongly, said right; what is absent is detected. */
export type SourceFormatInput = {
  /** As in Unicode (yyyy-MM-dd), where the importer has dates. */
  dateFormat?: string | null | undefined;
  /** One character between cells. */
  delimiter?: string | null | undefined;
  /** Such as utf-8 or windows-1252. */
  encoding?: string | null | undefined;
  /** 1-based line of the header. */
  headerRow?: number | null | undefined;
  /** One character around cells. */
  quote?: string | null | undefined;
  /** A spreadsheet's sheet. */
  sheet?: string | null | undefined;
};

/** What to import, and how. */
export type StartImportInput = {
  /** Rows of a chunk, within the importer's range. */
  chunkSize?: number | null | undefined;
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
  mode?: ImportMode | null | undefined;
  /** Absent: the importer's first policy. */
  onDuplicate?: DuplicatePolicy | null | undefined;
  /** The importer's own options, as its optionsSchema says. */
  options?: unknown;
  /** The project that records are written to. */
  projectId: string;
  /** Where the rows come from. */
  source: ImportSourceInput;
};

export type ImportSummaryFragment = { id: string, importerName: string, status: ImportStatus, statusReason: string | null, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, importer: { name: string, label: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunks: { total: number | null, done: number, failed: number, pending: number } };

export type ImportDetailFragment = { mode: ImportMode, modeReason: string, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, id: string, importerName: string, status: ImportStatus, statusReason: string | null, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, mapping: Array<{ column: string, field: string | null }>, warnings: Array<{ code: string, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sample: string | null }>, importer: { name: string, label: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunks: { total: number | null, done: number, failed: number, pending: number } };

export type ImportsQueryVariables = Exact<{
  projectId: string;
  first: number;
  offset: number;
  filter?: ImportFilter | null | undefined;
  orderBy?: ImportOrder | null | undefined;
}>;


export type ImportsQuery = { imports: { totalCount: number, edges: Array<{ node: { id: string, importerName: string, status: ImportStatus, statusReason: string | null, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, importer: { name: string, label: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunks: { total: number | null, done: number, failed: number, pending: number } } }> } };

export type ImportQueryVariables = Exact<{
  id: string;
}>;


export type ImportQuery = { import: { mode: ImportMode, modeReason: string, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, id: string, importerName: string, status: ImportStatus, statusReason: string | null, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, mapping: Array<{ column: string, field: string | null }>, warnings: Array<{ code: string, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sample: string | null }>, importer: { name: string, label: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunks: { total: number | null, done: number, failed: number, pending: number } } | null };

export type FailedRowsQueryVariables = Exact<{
  id: string;
  first: number;
  offset: number;
  status?: FailedRowStatus | null | undefined;
  code?: string | null | undefined;
  field?: string | null | undefined;
}>;


export type FailedRowsQuery = { import: { id: string, failedRows: { totalCount: number, edges: Array<{ node: { id: string, rowNumber: number, line: number | null, values: unknown, status: FailedRowStatus, attempts: number, errors: Array<{ code: string, field: string | null, column: string | null, value: string | null, message: string }> } }> } } | null };

export type AuditTrailQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type AuditTrailQuery = { import: { id: string, auditTrail: { totalCount: number, edges: Array<{ node: { at: string, actor: string, action: string, detail: unknown } }> } } | null };

export type ProgressFragment = { id: string, status: ImportStatus, statusReason: string | null, phase: ImportPhase, revision: number, updatedAt: string, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunks: { total: number | null, done: number, failed: number, pending: number } };

export type ImportProgressSubscriptionVariables = Exact<{
  id: string;
}>;


export type ImportProgressSubscription = { importProgress: { id: string, status: ImportStatus, statusReason: string | null, phase: ImportPhase, revision: number, updatedAt: string, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, errorSummary: Array<{ code: string, field: string | null, count: number, sample: string | null }>, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunks: { total: number | null, done: number, failed: number, pending: number } } };

export type ProjectImportsSubscriptionVariables = Exact<{
  projectId: string;
}>;


export type ProjectImportsSubscription = { projectImports: { id: string, status: ImportStatus, statusReason: string | null, phase: ImportPhase, revision: number, updatedAt: string, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunks: { total: number | null, done: number, failed: number, pending: number } } };

export type ImportersQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportersQuery = { importers: Array<{ name: string, label: string, maxRows: number, duplicatePolicies: Array<DuplicatePolicy>, fields: Array<{ name: string, label: string, type: string, required: boolean }> }> };

export type StartImportMutationVariables = Exact<{
  input: StartImportInput;
}>;


export type StartImportMutation = { startImport:
    | { __typename: 'ConflictError', message: string, code: string }
    | { __typename: 'ForbiddenError', message: string, code: string }
    | { __typename: 'InvalidInputError', message: string, code: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string }
    | { __typename: 'NotFoundError', message: string, code: string }
    | { __typename: 'StartImportSuccess', data: { mode: ImportMode, modeReason: string, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, id: string, importerName: string, status: ImportStatus, statusReason: string | null, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, mapping: Array<{ column: string, field: string | null }>, warnings: Array<{ code: string, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sample: string | null }>, importer: { name: string, label: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunks: { total: number | null, done: number, failed: number, pending: number } } }
   };

export type ResumeImportMutationVariables = Exact<{
  id: string;
  maxErrorRate?: number | null | undefined;
}>;


export type ResumeImportMutation = { resumeImport:
    | { __typename: 'ConflictError', message: string, code: string }
    | { __typename: 'ForbiddenError', message: string, code: string }
    | { __typename: 'ImportActionSuccess', data: { mode: ImportMode, modeReason: string, options: unknown, onDuplicate: DuplicatePolicy, chunkSize: number, lastRow: number, sourceColumns: Array<string>, id: string, importerName: string, status: ImportStatus, statusReason: string | null, phase: ImportPhase, revision: number, updatedAt: string, availableActions: Array<ImportAction>, dryRun: boolean, sourceName: string, sourceBytes: number | null, percent: number, rowsPerSecond: number | null, etaSeconds: number | null, createdBy: string, createdAt: string, startedAt: string | null, finishedAt: string | null, project: { id: string, name: string }, mapping: Array<{ column: string, field: string | null }>, warnings: Array<{ code: string, message: string, column: string | null, count: number | null }>, errorSummary: Array<{ code: string, field: string | null, count: number, sample: string | null }>, importer: { name: string, label: string } | null, counts: { total: number | null, created: number, updated: number, unchanged: number, skipped: number, failed: number, discarded: number, pending: number }, chunks: { total: number | null, done: number, failed: number, pending: number } } }
    | { __typename: 'InvalidInputError', message: string, code: string, issues: Array<{ path: Array<string>, message: string }> }
    | { __typename: 'LimitExceededError', message: string, code: string }
    | { __typename: 'NotFoundError', message: string, code: string }
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { email: string | null, projects: Array<{ role: Role, project: { id: string, name: string } }> } };

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
export const ImportSummaryFragmentDoc = new TypedDocumentString(`
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
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
  chunks {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
    `, {"fragmentName":"ImportSummary"}) as unknown as TypedDocumentString<ImportSummaryFragment, unknown>;
export const ImportDetailFragmentDoc = new TypedDocumentString(`
    fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
  }
  sourceColumns
  warnings {
    code
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sample
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
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
  chunks {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}`, {"fragmentName":"ImportDetail"}) as unknown as TypedDocumentString<ImportDetailFragment, unknown>;
export const ProgressFragmentDoc = new TypedDocumentString(`
    fragment Progress on ImportProgress {
  id
  status
  statusReason
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
  chunks {
    total
    done
    failed
    pending
  }
  rowsPerSecond
  etaSeconds
}
    `, {"fragmentName":"Progress"}) as unknown as TypedDocumentString<ProgressFragment, unknown>;
export const ImportsDocument = new TypedDocumentString(`
    query Imports($projectId: ID!, $first: Int!, $offset: Int!, $filter: ImportFilter, $orderBy: ImportOrder) {
  imports(
    projectId: $projectId
    first: $first
    offset: $offset
    filter: $filter
    orderBy: $orderBy
  ) {
    totalCount
    edges {
      node {
        ...ImportSummary
      }
    }
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
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
  chunks {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}`) as unknown as TypedDocumentString<ImportsQuery, ImportsQueryVariables>;
export const ImportDocument = new TypedDocumentString(`
    query Import($id: ID!) {
  import(id: $id) {
    ...ImportDetail
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
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
  chunks {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
  }
  sourceColumns
  warnings {
    code
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sample
  }
}`) as unknown as TypedDocumentString<ImportQuery, ImportQueryVariables>;
export const FailedRowsDocument = new TypedDocumentString(`
    query FailedRows($id: ID!, $first: Int!, $offset: Int!, $status: FailedRowStatus, $code: String, $field: String) {
  import(id: $id) {
    id
    failedRows(
      first: $first
      offset: $offset
      status: $status
      code: $code
      field: $field
    ) {
      totalCount
      edges {
        node {
          id
          rowNumber
          line
          values
          status
          attempts
          errors {
            code
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
export const AuditTrailDocument = new TypedDocumentString(`
    query AuditTrail($id: ID!, $first: Int!) {
  import(id: $id) {
    id
    auditTrail(first: $first) {
      totalCount
      edges {
        node {
          at
          actor
          action
          detail
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuditTrailQuery, AuditTrailQueryVariables>;
export const ImportProgressDocument = new TypedDocumentString(`
    subscription ImportProgress($id: ID!) {
  importProgress(id: $id) {
    ...Progress
    errorSummary {
      code
      field
      count
      sample
    }
  }
}
    fragment Progress on ImportProgress {
  id
  status
  statusReason
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
  chunks {
    total
    done
    failed
    pending
  }
  rowsPerSecond
  etaSeconds
}`) as unknown as TypedDocumentString<ImportProgressSubscription, ImportProgressSubscriptionVariables>;
export const ProjectImportsDocument = new TypedDocumentString(`
    subscription ProjectImports($projectId: ID!) {
  projectImports(projectId: $projectId) {
    ...Progress
  }
}
    fragment Progress on ImportProgress {
  id
  status
  statusReason
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
  chunks {
    total
    done
    failed
    pending
  }
  rowsPerSecond
  etaSeconds
}`) as unknown as TypedDocumentString<ProjectImportsSubscription, ProjectImportsSubscriptionVariables>;
export const ImportersDocument = new TypedDocumentString(`
    query Importers {
  importers {
    name
    label
    maxRows
    duplicatePolicies
    fields {
      name
      label
      type
      required
    }
  }
}
    `) as unknown as TypedDocumentString<ImportersQuery, ImportersQueryVariables>;
export const StartImportDocument = new TypedDocumentString(`
    mutation StartImport($input: StartImportInput!) {
  startImport(input: $input) {
    __typename
    ... on StartImportSuccess {
      data {
        ...ImportDetail
      }
    }
    ... on Error {
      message
      code
    }
    ... on InvalidInputError {
      issues {
        path
        message
      }
    }
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
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
  chunks {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
  }
  sourceColumns
  warnings {
    code
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sample
  }
}`) as unknown as TypedDocumentString<StartImportMutation, StartImportMutationVariables>;
export const ResumeImportDocument = new TypedDocumentString(`
    mutation ResumeImport($id: ID!, $maxErrorRate: Float) {
  resumeImport(id: $id, maxErrorRate: $maxErrorRate) {
    __typename
    ... on ImportActionSuccess {
      data {
        ...ImportDetail
      }
    }
    ... on Error {
      message
      code
    }
    ... on InvalidInputError {
      issues {
        path
        message
      }
    }
  }
}
    fragment ImportSummary on Import {
  id
  importerName
  importer {
    name
    label
  }
  status
  statusReason
  phase
  revision
  updatedAt
  availableActions
  dryRun
  sourceName
  sourceBytes
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
  chunks {
    total
    done
    failed
    pending
  }
  percent
  rowsPerSecond
  etaSeconds
  createdBy
  createdAt
  startedAt
  finishedAt
}
fragment ImportDetail on Import {
  ...ImportSummary
  project {
    id
    name
  }
  mode
  modeReason
  options
  onDuplicate
  chunkSize
  lastRow
  mapping {
    column
    field
  }
  sourceColumns
  warnings {
    code
    message
    column
    count
  }
  errorSummary {
    code
    field
    count
    sample
  }
}`) as unknown as TypedDocumentString<ResumeImportMutation, ResumeImportMutationVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
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
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;