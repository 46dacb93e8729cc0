import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import type { FinishContext } from '../../sdk/reference/resolution.ts';
import type { EngineContext } from '../model/context.ts';
import type { ImportState } from '../model/import.ts';
import { withImporterText } from '../model/importerText.ts';
import { inSpan } from '../model/trace.ts';
import { lockRecords } from '../store/cursor.ts';
import { readImport } from '../store/imports.ts';
import { readCoverage } from '../store/spool.ts';
import { setWarning } from '../store/warnings.ts';
import { transition } from './endImport.ts';

/**
 * Ends an import whose every row has an outcome: the importer's own finishing step and the status, in one transaction.
 * Does nothing where that is not so, so that it may be sent any number of times.
 */
export function finishImport(context: EngineContext, importId: string): Promise<void> {
  return inSpan('finish', { import: importId }, () => finish(context, importId));
}

async function finish(context: EngineContext, importId: string): Promise<void> {
  await context.database.transaction(async (tx) => {
    const before = await readImport(tx, importId);
    const importer = before && context.importers.get(before.importerName);
    const finish = before?.dryRun ? undefined : importer?.finish;
    // The chunk runner before the import's row, as chunks and undos take them: what derives from all records waits for
    // theirs.
    if (before && finish) await lockRecords(tx, { projectId: before.projectId, importId }, before.importerName, false);
    const state = await readImport(tx, importId, { lock: true });
    if (state?.status !== 'RUNNING' || !state.planned || state.nextChunk !== state.chunksTotal) return;
    const end = await finishContext(tx, state, false);
    await finish?.(tx, end);
    for (const warning of (await importer?.report?.(tx, end)) ?? []) {
      await setWarning(tx, importId, importer ? withImporterText(importer, warning) : warning);
    }
    const whole = state.failed === 0 && state.discarded === 0;
    await transition(context, tx, importId, whole ? 'complete' : 'completeWithErrors');
  });
}

/** What an importer's finishing step and report are told of the import. */
export async function finishContext(db: Db, state: ImportState, undone: boolean): Promise<FinishContext<JsonObject>> {
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
