import type { EngineContext } from './context.ts';
import { endContextOf } from './endContext.ts';
import { leaveRunning } from './leaveRunning.ts';
import { lockLane } from './store/lockLane.ts';
import { readImport } from './store/readImport.ts';
import { setWarning } from './store/setWarning.ts';
import { inSpan } from './trace.ts';

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
    // The lane before the import's row, as chunks and undos take them: what derives from all records waits for theirs.
    if (before && finish) await lockLane(tx, { projectId: before.projectId, importId }, before.importerName, false);
    const state = await readImport(tx, importId, { lock: true });
    if (state?.status !== 'RUNNING' || !state.planned || state.nextChunk !== state.chunksTotal) return;
    const end = await endContextOf(tx, state, false);
    await finish?.(tx, end);
    for (const warning of (await importer?.report?.(tx, end)) ?? []) await setWarning(tx, importId, warning);
    const whole = state.failed === 0 && state.discarded === 0;
    await leaveRunning(context, tx, importId, whole ? 'complete' : 'completeWithErrors');
  });
}
