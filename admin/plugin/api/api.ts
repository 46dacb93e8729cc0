import {
  AuditTrailDocument,
  CancelImportDocument,
  CheckRowsDocument,
  type CheckRowsInput,
  ChunksDocument,
  type ChunksQueryVariables,
  DiscardFailedRowsDocument,
  type DiscardFailedRowsInput,
  FailedRowsDocument,
  type FailedRowsQueryVariables,
  ImportDocument,
  ImporterMessagesDocument,
  ImportersDocument,
  ImportsDocument,
  type ImportsQueryVariables,
  PauseImportDocument,
  ResumeImportDocument,
  RetryFailedRowsDocument,
  type RetryFailedRowsInput,
  RetryImportDocument,
  StartImportDocument,
  type StartImportInput,
  StartImportsDocument,
  UndoImportDocument,
  UndoPreviewDocument,
  UndoReportDocument,
  type UndoReportQueryVariables,
  ViewerDocument,
} from '../../gql/generated/graphql.ts';
import { done, page, refuse } from './answers.ts';
import type { GraphqlClient } from './client.ts';
import { type DeliveriesApi, deliveriesApi } from './deliveriesApi.ts';
import { textsOf } from './json.ts';
import { type ProjectsApi, projectsApi } from './projectsApi.ts';
import { type RecordsApi, recordsApi } from './recordsApi.ts';
import { type ResultsApi, resultsApi } from './resultsApi.ts';
import { type SchedulesApi, schedulesApi } from './schedulesApi.ts';
import type {
  AuditEntry,
  Chunk,
  FailedRow,
  ImportDetail,
  ImporterInfo,
  ImporterSentences,
  ImportSummary,
  Page,
  UndoCounts,
  UndoReport,
  Viewer,
} from './types.ts';
import { type WizardApi, wizardApi } from './wizardApi.ts';

/** Everything that the pages ask of the server, one call each; an area, a file. All throw SluiceError. */
export interface SluiceApi extends RecordsApi, ResultsApi, WizardApi, ProjectsApi, SchedulesApi, DeliveriesApi {
  viewer(): Promise<Viewer>;
  importers(): Promise<readonly ImporterInfo[]>;
  importerSentences(locale: string): Promise<readonly ImporterSentences[]>;
  imports(variables: ImportsQueryVariables): Promise<Page<ImportSummary>>;
  /** Null: there is none with this id, or the viewer may not see it. */
  importById(id: string): Promise<ImportDetail | null>;
  failedRows(variables: FailedRowsQueryVariables): Promise<Page<FailedRow>>;
  auditTrail(id: string, first: number): Promise<Page<AuditEntry>>;
  chunks(variables: ChunksQueryVariables): Promise<Page<Chunk>>;
  startImport(input: StartImportInput): Promise<ImportDetail>;
  /** All of them or none. */
  startImports(imports: readonly StartImportInput[]): Promise<readonly { readonly id: string }[]>;
  pauseImport(id: string): Promise<ImportDetail>;
  /** Without a limit of errors, the one that it had stays. */
  resumeImport(id: string, maxErrorRate?: number): Promise<ImportDetail>;
  cancelImport(id: string): Promise<ImportDetail>;
  retryImport(id: string): Promise<ImportDetail>;
  /** Null: there is nothing to undo. */
  undoPreview(id: string): Promise<UndoCounts | null>;
  /** Null: it was not undone. */
  undoReport(variables: UndoReportQueryVariables): Promise<UndoReport | null>;
  undoImport(id: string): Promise<ImportDetail>;
  retryFailedRows(input: RetryFailedRowsInput): Promise<ImportDetail>;
  discardFailedRows(input: DiscardFailedRowsInput): Promise<ImportDetail>;
  /** The rows that would still fail, with their errors then. At most 1,000 corrections at once. */
  checkRows(input: CheckRowsInput): Promise<readonly FailedRow[]>;
}

export function createApi(client: GraphqlClient): SluiceApi {
  return {
    ...recordsApi(client),
    ...resultsApi(client),
    ...wizardApi(client),
    ...projectsApi(client),
    ...schedulesApi(client),
    ...deliveriesApi(client),
    viewer: async () => (await client.request(ViewerDocument, {})).viewer,
    importers: async () => (await client.request(ImportersDocument, {})).importers,
    async importerSentences(locale) {
      const { importers } = await client.request(ImporterMessagesDocument, { locale });
      return importers.map(({ english, local }) => ({ english: textsOf(english), local: textsOf(local) }));
    },
    imports: async (variables) => page((await client.request(ImportsDocument, variables)).imports),
    importById: async (id) => (await client.request(ImportDocument, { id })).import,
    failedRows: async (variables) => page((await client.request(FailedRowsDocument, variables)).import?.failedRows),
    auditTrail: async (id, first) => page((await client.request(AuditTrailDocument, { id, first })).import?.auditTrail),
    chunks: async (variables) => page((await client.request(ChunksDocument, variables)).import?.chunks),
    async startImports(imports) {
      const { startImports: result } = await client.request(StartImportsDocument, { input: { imports: [...imports] } });
      return result.__typename === 'StartImportsSuccess' ? result.data : refuse(result);
    },
    async startImport(input) {
      const { startImport: result } = await client.request(StartImportDocument, { input });
      return result.__typename === 'StartImportSuccess' ? result.data : refuse(result);
    },
    pauseImport: async (id) => done((await client.request(PauseImportDocument, { id })).pauseImport),
    async resumeImport(id, maxErrorRate) {
      return done(
        (await client.request(ResumeImportDocument, { id, maxErrorRate: maxErrorRate ?? null })).resumeImport,
      );
    },
    cancelImport: async (id) => done((await client.request(CancelImportDocument, { id })).cancelImport),
    retryImport: async (id) => done((await client.request(RetryImportDocument, { id })).retryImport),
    undoPreview: async (id) => (await client.request(UndoPreviewDocument, { id })).import?.undoPreview ?? null,
    async undoReport(variables) {
      const report = (await client.request(UndoReportDocument, variables)).import?.undo;
      return report ? { counts: report.counts, kept: page(report.kept), errored: page(report.errored) } : null;
    },
    undoImport: async (id) => done((await client.request(UndoImportDocument, { id })).undoImport),
    retryFailedRows: async (input) => done((await client.request(RetryFailedRowsDocument, { input })).retryFailedRows),
    discardFailedRows: async (input) =>
      done((await client.request(DiscardFailedRowsDocument, { input })).discardFailedRows),
    async checkRows(input) {
      const { checkRows: result } = await client.request(CheckRowsDocument, { input });
      return result.__typename === 'CheckRowsSuccess' ? result.data : refuse(result);
    },
  };
}
