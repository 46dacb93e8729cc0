import type { JsonObject } from '../sdk/json.ts';
import type { Db } from '../sdk/records.ts';
import type { EndContext } from '../sdk/resolution.ts';
import { readCoverage } from './store/coverage.ts';
import type { ImportState } from './store/readImport.ts';

/** What an importer's finishing step and report are told of the import. */
export async function endContextOf(db: Db, state: ImportState, undone: boolean): Promise<EndContext<JsonObject>> {
  return {
    projectId: state.projectId,
    importId: state.id,
    options: state.options,
    dryRun: state.dryRun,
    rows: state.rowsRead,
    failedRows: state.failed,
    coverage: await readCoverage(db, state.id),
    undone,
  };
}
