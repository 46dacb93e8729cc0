import type { EngineContext } from '../context.ts';
import { Conflict, InvalidInput, NotFound } from '../errors.ts';
import { addAuditEntry } from '../store/addAuditEntry.ts';
import { moveImport } from '../store/moveImport.ts';
import { readImport } from '../store/readImport.ts';
import { setMaxErrorRate } from '../store/setMaxErrorRate.ts';

/**
 * Lets an import that was paused, cancelled or failed go on where it stopped; one that is queued or running already is
 * left as it is. Rows that have an outcome are not touched again.
 */
export async function resumeImport(
  { database, jobs }: EngineContext,
  actor: string,
  id: string,
  change: { readonly maxErrorRate?: number },
): Promise<void> {
  const { maxErrorRate } = change;
  if (maxErrorRate !== undefined && !(maxErrorRate >= 0 && maxErrorRate <= 1)) {
    throw new InvalidInput([{ path: ['maxErrorRate'], message: 'Give a share from 0 to 1.' }]);
  }
  await database.transaction(async (tx) => {
    const state = await readImport(tx, id, { lock: true });
    if (!state) throw new NotFound('There is no such import.');
    if (maxErrorRate !== undefined) await setMaxErrorRate(tx, id, maxErrorRate);
    if (state.status === 'QUEUED' || state.status === 'RUNNING') return;
    if (!(await moveImport(tx, id, 'resume'))) {
      throw new Conflict(
        'NOT_RESUMABLE',
        `An import that is ${state.status} cannot be resumed: nothing of it is pending.`,
      );
    }
    const detail = maxErrorRate === undefined ? {} : { maxErrorRate };
    await addAuditEntry(tx, { projectId: state.projectId, importId: id, actor, action: 'RESUME', detail });
    const { source } = state;
    await jobs.wake(tx, 'plan', id, source.kind === 'upload' && !state.planned ? { storeId: source.storeId } : {});
  });
}
