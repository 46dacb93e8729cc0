import type { GraphQLSchema } from 'graphql';
import { addAuditEntry } from './auditEntry.ts';
import { type Builder, createBuilder } from './builder.ts';
import { addPageInfo } from './connection.ts';
import { addEnums } from './enums.ts';
import { addErrors, addMessage } from './errorTypes.ts';
import type { ApiFeature } from './feature.ts';
import { addImporter, addImportersQuery } from './importers/importer.ts';
import {
  addDeleteMapping,
  addSavedMapping,
  addSavedMappingResults,
  addSavedMappingsQuery,
  addSaveMapping,
} from './importers/savedMappings.ts';
import { addStartSwitch, addStartSwitchesQuery, addSwitchStarting } from './importers/startSwitches.ts';
import { addCancelImport, addPauseImport, addResumeImport, addRetryImport, addUndoImport } from './imports/actions.ts';
import { addAssessment } from './imports/assessment.ts';
import { addDelivery } from './imports/delivery.ts';
import {
  addCheckRows,
  addDiscardFailedRows,
  addFailedRowInputs,
  addRetryFailedRows,
} from './imports/failedRowActions.ts';
import { addImport } from './imports/import.ts';
import { addImportCounts } from './imports/importCounts.ts';
import { addImportDownloads } from './imports/importDownloads.ts';
import { addImportFetch } from './imports/importFetch.ts';
import { addImportLists } from './imports/importLists.ts';
import { addImportRun } from './imports/importRun.ts';
import { addImportUndo } from './imports/importUndo.ts';
import { addInspectSource, addSourceInspection } from './imports/inspectSource.ts';
import { addImportColumns } from './imports/mapping/importColumns.ts';
import { addPreviewMapping } from './imports/mapping/previewMapping.ts';
import { addImportProgress, addProgress, addProjectImports } from './imports/progress.ts';
import { addImportFilter, addImportQuery, addImportsQuery } from './imports/queries.ts';
import { addSourceInputs } from './imports/source.ts';
import { addStartImport, addStartImportInput } from './imports/startImport.ts';
import { addStartImports } from './imports/startImports.ts';
import { addProjectLists } from './projects/lists.ts';
import { addPeopleMutations } from './projects/mutations.ts';
import { addNotificationMutations } from './projects/notifications.ts';
import { addProjectQuery } from './projects/project.ts';
import { addPeopleResults } from './projects/results.ts';
import { addProjectSettings } from './projects/settings.ts';
import { addProjectStatisticsQuery } from './projects/statistics.ts';
import { addViewer, addViewerQuery } from './projects/viewer.ts';
import { addRecordHistoryEntry, addRecordHistoryQuery } from './records/history.ts';
import { addRecord } from './records/record.ts';
import { addRecordFields } from './records/recordFields.ts';
import { addRecordInputs, addRecordQueries } from './records/recordQueries.ts';
import { addImportResults } from './results.ts';
import { addEntityKind } from './review/kinds.ts';
import { addReviewMutations } from './review/mutations.ts';
import { addReviewQueries } from './review/queries.ts';
import { addScalars } from './scalars.ts';
import { addScheduleMutations } from './schedules/mutations.ts';
import { addScheduleQueries } from './schedules/queries.ts';
import { addSchedule } from './schedules/schedule.ts';
import { viewerOf } from './viewerOf.ts';

/** The whole schema: one file per type, query, mutation and subscription, each of which adds itself, and the features'. */
export function createSchema(features: readonly ApiFeature[]): GraphQLSchema {
  const builder = createBuilder();
  addScalars(builder);
  addEnums(builder);
  addMessage(builder);
  addErrors(builder);
  addPageInfo(builder);
  addViewer(builder);
  addImporter(builder);
  addSavedMapping(builder);
  addSourceInspection(builder);
  addProgress(builder);
  addImportColumns(builder);
  const importType = addImport(builder);
  addImportCounts(builder);
  const auditTrail = addAuditEntry(builder);
  const projectTypes = addProjectLists(builder, auditTrail);
  addImportLists(builder, auditTrail);
  addImportUndo(builder);
  addImportDownloads(builder);
  addImportFetch(builder);
  addAssessment(builder);
  addProjectSettings(builder);
  const delivery = addDelivery(builder);
  addImportRun(builder, importType);
  const results = addImportResults(builder);

  builder.queryType({ description: 'Queries. Everything except the schema itself requires a viewer.' });
  addVersionQuery(builder);
  addViewerQuery(builder);
  addProjectQuery(builder);
  addImportersQuery(builder);
  addStartSwitchesQuery(builder, addStartSwitch(builder));
  addSavedMappingsQuery(builder);
  addImportQuery(builder);
  addImportsQuery(builder, importType, addImportFilter(builder));
  addProjectStatisticsQuery(builder);
  addRecordFields(builder);
  const history = addRecordHistoryEntry(builder, importType);
  addRecordHistoryQuery(
    builder,
    history,
    features.flatMap((feature) => feature.history ?? []),
  );
  addRecordQueries(builder, addRecord(builder, importType, history), addRecordInputs(builder));
  const schedules = addSchedule(builder);
  addScheduleQueries(builder, schedules);
  const entityKind = addEntityKind(builder, Object.assign({}, ...features.map(({ entityKinds }) => entityKinds)));
  addReviewQueries(builder, entityKind);

  builder.mutationType({
    description: 'Mutations. Each returns its result or an error that says why it failed.',
  });
  const sourceInputs = addSourceInputs(builder);
  addInspectSource(builder, sourceInputs);
  addPreviewMapping(builder, sourceInputs);
  const mappingResults = addSavedMappingResults(builder);
  addSaveMapping(builder, sourceInputs, mappingResults);
  addDeleteMapping(builder, mappingResults);
  const startInput = addStartImportInput(builder, sourceInputs);
  addStartImport(builder, startInput, results);
  addStartImports(builder, startInput, results);
  addPauseImport(builder, results);
  addResumeImport(builder, results);
  addCancelImport(builder, results);
  addRetryImport(builder, results);
  const failedRows = addFailedRowInputs(builder);
  addCheckRows(builder, failedRows);
  addRetryFailedRows(builder, failedRows, results);
  addDiscardFailedRows(builder, failedRows, results);
  addUndoImport(builder, results);
  addNotificationMutations(builder, delivery);
  addSwitchStarting(builder);
  addScheduleMutations(builder, schedules, sourceInputs);
  addReviewMutations(builder, entityKind);

  addPeopleMutations(builder, addPeopleResults(builder, projectTypes));
  for (const feature of features) feature.addTo(builder);

  builder.subscriptionType({ description: 'Subscriptions, over SSE or WebSocket (graphql-ws).' });
  addImportProgress(builder);
  addProjectImports(builder);
  return builder.toSchema();
}

function addVersionQuery(builder: Builder): void {
  builder.queryField('version', (t) =>
    t.string({
      description: "The server's version, such as 1.2.0, following Semantic Versioning.",
      resolve: (_root, _args, context) => {
        // As the rest of the API, it is for viewers only: a version tells a stranger which faults to try.
        viewerOf(context);
        return context.version;
      },
    }),
  );
}
