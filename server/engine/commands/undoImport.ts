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
    if (dryRun) throw new Conflict('NOT_TO_UNDO', 'A dry run wrote nothing that could be undone.');
    if (status === 'UNDOING') return;
    const records = await prepareUndo(tx, id);
    if (!(await moveImport(tx, id, 'undo'))) {
      throw new Conflict('NOT_TO_UNDO', `An import that is ${status} cannot be undone: pause or cancel it first.`);
    }
    await addAuditEntry(tx, { projectId, importId: id, actor, action: 'UNDO', detail: { records } });
    await jobs.wake(tx, 'undo', id);
  });
}
