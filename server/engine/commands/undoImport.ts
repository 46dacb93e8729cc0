import { message } from '../../messages/catalogue.ts';
import type { EngineContext } from '../model/context.ts';
import { Conflict } from '../model/errors.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { moveImport } from '../store/status.ts';
import { prepareUndo } from '../store/undo.ts';
import { lockImport } from './lockImport.ts';

/**
 * Takes an import back, except what was changed since: what it created goes, what it changed gets its old values. Of
 * an import that was undone before, it tries again what was kept or errored. Goes on as jobs.
 */
export async function undoImport({ database, jobs }: EngineContext, actor: string, id: string): Promise<void> {
  await database.transaction(async (tx) => {
    const { status, projectId, dryRun } = await lockImport(tx, id);
    if (dryRun) throw new Conflict(message('NOT_TO_UNDO', { cause: message('DRY_RUN_NOT_TO_UNDO') }));
    if (status === 'UNDOING') return;
    const records = await prepareUndo(tx, id);
    if (!(await moveImport(tx, id, 'undo'))) {
      throw new Conflict(message('NOT_TO_UNDO', { cause: message('STATUS_NOT_TO_UNDO', { status }) }));
    }
    await addAuditEntry(tx, { projectId, importId: id, actor, action: 'UNDO', detail: { records } });
    await jobs.wake(tx, 'undo', id);
  });
}
