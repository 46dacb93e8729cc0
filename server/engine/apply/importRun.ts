import type { EngineContext } from '../model/context.ts';
import type { ImportState } from '../model/import.ts';
import type { ImportRun } from './applyRows.ts';
import { openStore } from './conversions.ts';
import { previewStore } from './previewStore.ts';

/** How an import's rows are applied: really, or to a preview of the records. */
export async function createImportRun(
  { importers, database, log }: EngineContext,
  state: ImportState,
  signal: AbortSignal,
): Promise<ImportRun> {
  const importer = importers.get(state.importerName);
  if (!importer) throw new Error(`The importer ${state.importerName} is not registered here.`);
  const store = await openStore(importer, database);
  return {
    scope: { projectId: state.projectId, importId: state.id },
    importer,
    store: state.dryRun ? previewStore(store) : store,
    dryRun: state.dryRun,
    policy: state.onDuplicate,
    options: state.options,
    log: log.child({ import: state.id }),
    signal,
  };
}
