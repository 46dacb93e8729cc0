import type {
  AuditTrailQuery,
  ChunksQuery,
  FailedRowPartsFragment,
  ImportDetailFragment,
  ImportersQuery,
  ImportProgressSubscription,
  ImportSummaryFragment,
  ProgressFragment,
  UndoPreviewQuery,
  UndoReportQuery,
  ViewerQuery,
} from '../../gql/generated/graphql.ts';

export type ImportSummary = ImportSummaryFragment;
export type ImportDetail = ImportDetailFragment;
export type Progress = ProgressFragment;
export type ImportCounts = ImportSummary['counts'];
/** A snapshot of one watched import; a project's stream carries the same without the groups. */
export type WatchedProgress = ImportProgressSubscription['importProgress'];
export type ErrorGroup = ImportDetail['errorSummary'][number];
export type Viewer = ViewerQuery['viewer'];
export type ViewerProject = Viewer['projects'][number];
export type ImporterInfo = ImportersQuery['importers'][number];
export type FailedRow = FailedRowPartsFragment;
export type RowError = FailedRow['errors'][number];
type AuditConnection = NonNullable<AuditTrailQuery['import']>['auditTrail'];
export type AuditEntry = AuditConnection['edges'][number]['node'];
type ChunkConnection = NonNullable<ChunksQuery['import']>['chunkList'];
export type Chunk = ChunkConnection['edges'][number]['node'];
export type UndoCounts = NonNullable<NonNullable<UndoPreviewQuery['import']>['undoPreview']>;
type UndoAnswer = NonNullable<NonNullable<UndoReportQuery['import']>['undo']>;
export type UndoEntry = UndoAnswer['kept']['edges'][number]['node'];

/** What an undo did, and a page of each list of what it could not take back. */
export interface UndoReport {
  readonly counts: UndoCounts;
  readonly kept: Page<UndoEntry>;
  readonly errored: Page<UndoEntry>;
}

/** One page of a list, and how many there are in all. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}
