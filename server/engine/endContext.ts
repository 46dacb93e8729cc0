import type { JsonObject } from '../sdk/json.ts';
import type { EndContext } from '../sdk/resolution.ts';
import type { ImportState } from './store/readImport.ts';

/** What an importer's finishing step and report are told of the import. */
export function endContextOf(state: ImportState, undone: boolean): EndContext<JsonObject> {
  return {
    projectId: state.projectId,
    importId: state.id,
    options: state.options,
    dryRun: state.dryRun,
    failedRows: state.failed,
    coverage: state.settled?.coverage ?? null,
    undone,
  };
}
