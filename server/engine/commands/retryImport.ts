import type { EngineContext } from '../model/context.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { readImport } from '../store/imports.ts';
import { lockImport } from './lockImport.ts';
import { queueAgain } from './resumeImport.ts';
import { retryFailedRows, storeRetryChunks } from './retryFailedRows.ts';

/**
 * Tries again everything that did not succeed: the rows of failed chunks and all other open failed rows; of an import
 * that FAILED, what is pending too.
 */
export async function retryImport(context: EngineContext, actor: string, id: string): Promise<void> {
  const state = await readImport(context.database, id);
  if (state?.status !== 'FAILED') return retryFailedRows(context, actor, id, {});
  await context.database.transaction(async (tx) => {
    const failed = await lockImport(tx, id);
    // Somebody else's retry came first.
    if (failed.status !== 'FAILED') return;
    const rows = await storeRetryChunks(tx, failed, { filter: {}, corrections: new Map() });
    await queueAgain(context, tx, failed);
    await addAuditEntry(tx, { projectId: failed.projectId, importId: id, actor, action: 'RETRY', detail: { rows } });
  });
}
