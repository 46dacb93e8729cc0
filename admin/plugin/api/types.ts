import type {
  AddMemberMutation,
  ApiKeyPartsFragment,
  AssessmentQuery,
  AuditTrailQuery,
  ChangesQuery,
  ChunksQuery,
  DeliveryPartsFragment,
  FailedRowPartsFragment,
  ImportDetailFragment,
  ImportersQuery,
  ImportProgressSubscription,
  ImportSummaryFragment,
  InspectSourceMutation,
  InvitationPartsFragment,
  MemberPartsFragment,
  OverviewQuery,
  PreviewMappingMutation,
  ProgressFragment,
  ProjectAuditQuery,
  ProjectPartsFragment,
  RecordHistoryQuery,
  RecordSummaryFragment,
  RowResultsQuery,
  SavedMappingPartsFragment,
  ScheduleDetailFragment,
  ScheduleRunPartsFragment,
  ScheduleSummaryFragment,
  StartSwitchesQuery,
  ThroughputQuery,
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
/** The sentences of an importer's own codes, by code, in English and in the person's language. */
export interface ImporterSentences {
  readonly english: Readonly<Record<string, string>>;
  readonly local: Readonly<Record<string, string>>;
}
export type SavedMapping = SavedMappingPartsFragment;
type InspectAnswer = Extract<InspectSourceMutation['inspectSource'], { __typename: 'InspectSourceSuccess' }>;
export type SourceInspection = InspectAnswer['data'];
type MappedAnswer = Extract<PreviewMappingMutation['previewMapping'], { __typename: 'PreviewMappingSuccess' }>;
export type MappedRow = MappedAnswer['data'][number];
export type FailedRow = FailedRowPartsFragment;
export type RowError = FailedRow['errors'][number];
type AuditConnection = NonNullable<AuditTrailQuery['import']>['auditTrail'];
export type AuditEntry = AuditConnection['edges'][number]['node'];
type ChunkConnection = NonNullable<ChunksQuery['import']>['chunks'];
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

export type RecordHistoryEntry = RecordHistoryQuery['recordHistory']['edges'][number]['node'];
export type ListedRecord = RecordSummaryFragment;
export type RecordField = NonNullable<ImporterInfo['recordFields']>[number];
export type ThroughputPoint = NonNullable<ThroughputQuery['import']>['throughput'][number];
export type Change = NonNullable<ChangesQuery['import']>['changes']['edges'][number]['node'];
export type FieldChange = Change['fields'][number];
export type RowResult = NonNullable<RowResultsQuery['import']>['rowResults']['edges'][number]['node'];
export type DayStatistics = NonNullable<OverviewQuery['projectStatistics']>['days'][number];

export type Project = ProjectPartsFragment;
export type Member = MemberPartsFragment;
export type Invitation = InvitationPartsFragment;
export type ApiKey = ApiKeyPartsFragment;
export type AddedMember = Extract<AddMemberMutation['addMember'], { __typename: 'AddMemberSuccess' }>['data'];
type ProjectTrail = NonNullable<NonNullable<ProjectAuditQuery['project']>['auditTrail']>;
export type ProjectEntry = ProjectTrail['edges'][number]['node'];
export type StartSwitch = StartSwitchesQuery['startSwitches']['edges'][number]['node'];
export type Schedule = ScheduleSummaryFragment;
export type ScheduleDetail = ScheduleDetailFragment;
export type ScheduleRun = ScheduleRunPartsFragment;
export type Delivery = DeliveryPartsFragment;
export type Assessment = NonNullable<NonNullable<AssessmentQuery['import']>['assessment']>;

/** What a project's imports did of late, those under way, and the last that failed. */
export interface Overview {
  /** Null: the viewer may not see the project any more. */
  readonly statistics: OverviewQuery['projectStatistics'];
  readonly running: Page<ImportSummary>;
  readonly failed: Page<ImportSummary>;
}

/** One page of a list, and how many there are in all. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}
