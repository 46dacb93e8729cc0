import type { Application } from './applyRows.ts';
import type { EngineContext } from './context.ts';
import { openStore } from './conversions.ts';
import { previewStore } from './previewStore.ts';
import type { ImportState } from './store/readImport.ts';

/** How an import's rows are applied: really, or to a preview of the records. */
export async function applicationOf(
  { importers, database, log }: EngineContext,
  state: ImportState,
  signal: AbortSignal,
): Promise<Application> {
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
