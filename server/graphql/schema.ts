import type { GraphQLSchema } from 'graphql';
import { createBuilder } from './builder.ts';
import { addEnums } from './enums.ts';
import { addFailedRowInputs } from './inputs/failedRows.ts';
import { addImportFilter } from './inputs/importFilter.ts';
import { addStartImportInput } from './inputs/startImport.ts';
import { addTaxonomyFilter } from './inputs/taxonomyFilter.ts';
import { addCancelImport } from './mutations/cancelImport.ts';
import { addCheckRows } from './mutations/checkRows.ts';
import { addDiscardFailedRows } from './mutations/discardFailedRows.ts';
import { addPauseImport } from './mutations/pauseImport.ts';
import { addResumeImport } from './mutations/resumeImport.ts';
import { addRetryFailedRows } from './mutations/retryFailedRows.ts';
import { addRetryImport } from './mutations/retryImport.ts';
import { addStartImport } from './mutations/startImport.ts';
import { addUndoImport } from './mutations/undoImport.ts';
import { addImportQuery } from './queries/import.ts';
import { addImportersQuery } from './queries/importers.ts';
import { addImportsQuery } from './queries/imports.ts';
import { addRecordHistoryQuery } from './queries/recordHistory.ts';
import { addTaxonomyNodesQuery } from './queries/taxonomyNodes.ts';
import { addViewerQuery } from './queries/viewer.ts';
import { addScalars } from './scalars.ts';
import { addImportProgress } from './subscriptions/importProgress.ts';
import { addProjectImports } from './subscriptions/projectImports.ts';
import { addCheckRowsResult } from './types/checkRowsResult.ts';
import { addErrors } from './types/errors.ts';
import { addImport } from './types/import.ts';
import { addImportColumns } from './types/importColumns.ts';
import { addImportCounts } from './types/importCounts.ts';
import { addImporter } from './types/importer.ts';
import { addImportLists } from './types/importLists.ts';
import { addImportUndo } from './types/importUndo.ts';
import { addPageInfo } from './types/pageInfo.ts';
import { addProgress } from './types/progress.ts';
import { addResults } from './types/results.ts';
import { addTaxonomyNode } from './types/taxonomyNode.ts';
import { addViewer } from './types/viewer.ts';

/** The whole schema: one file per type, query, mutation and subscription, each of which adds itself. */
export function createSchema(): GraphQLSchema {
  const builder = createBuilder();
  addScalars(builder);
  addEnums(builder);
  addErrors(builder);
  addPageInfo(builder);
  addViewer(builder);
  addImporter(builder);
  addProgress(builder);
  addImportColumns(builder);
  const importType = addImport(builder);
  addImportCounts(builder);
  addImportLists(builder);
  addImportUndo(builder);
  const results = addResults(builder);

  builder.queryType({ description: 'What can be read. Everything but the schema itself needs a viewer.' });
  addViewerQuery(builder);
  addImportersQuery(builder);
  addImportQuery(builder);
  addImportsQuery(builder, importType, addImportFilter(builder));
  addTaxonomyNodesQuery(builder, addTaxonomyNode(builder), addTaxonomyFilter(builder));
  addRecordHistoryQuery(builder, importType);

  builder.mutationType({
    description: 'What can be done. Each answers with its success or with an error that says why.',
  });
  addStartImport(builder, addStartImportInput(builder), results);
  addPauseImport(builder, results);
  addResumeImport(builder, results);
  addCancelImport(builder, results);
  addRetryImport(builder, results);
  const failedRows = addFailedRowInputs(builder);
  addCheckRows(builder, failedRows, addCheckRowsResult(builder));
  addRetryFailedRows(builder, failedRows, results);
  addDiscardFailedRows(builder, failedRows, results);
  addUndoImport(builder, results);

  builder.subscriptionType({ description: 'What can be watched, over SSE and over WebSocket (graphql-ws).' });
  addImportProgress(builder);
  addProjectImports(builder);
  return builder.toSchema();
}
