import { message } from '../../messages/catalogue.ts';
import type { Db } from '../../sdk/records.ts';
import { type EngineContext, planStore } from '../model/context.ts';
import { Conflict, InvalidInput } from '../model/errors.ts';
import type { ImportState } from '../model/import.ts';
import { hasFailedUndo } from '../model/status.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { setMaxErrorRate } from '../store/imports.ts';
import { moveImport } from '../store/status.ts';
import { lockImport } from './lockImport.ts';
import { storeReleasedChunks } from './releaseRows.ts';

/**
 * Lets an import that was paused, cancelled or failed go on where it stopped; one that is queued or running already is
 * left as it is. Rows that have an outcome are not touched again.
 */
export async function resumeImport(
  context: EngineContext,
  actor: string,
  id: string,
  change: { readonly maxErrorRate?: number },
): Promise<void> {
  const { maxErrorRate } = change;
  if (maxErrorRate !== undefined && !(maxErrorRate >= 0 && maxErrorRate <= 1)) {
    throw new InvalidInput([{ path: ['maxErrorRate'], message: message('SHARE') }]);
  }
  await context.database.transaction(async (tx) => {
    const state = await lockImport(tx, id);
    if (maxErrorRate !== undefined) await setMaxErrorRate(tx, id, maxErrorRate);
    if (state.status === 'QUEUED' || state.status === 'RUNNING') return;
    await queueAgain(context, tx, state);
    const detail = maxErrorRate === undefined ? {} : { maxErrorRate };
    await addAuditEntry(tx, { projectId: state.projectId, importId: id, actor, action: 'RESUME', detail });
  });
}

/** Takes the step back into the line and wakes the plan, which goes on with whatever is left. */
export async function queueAgain({ jobs }: EngineContext, tx: Db, state: ImportState): Promise<void> {
  if (hasFailedUndo(state)) {
    throw new Conflict(message('NOT_RESUMABLE', { cause: message('UNDO_NOT_RESUMABLE') }));
  }
  if (!(await moveImport(tx, state.id, 'resume'))) {
    throw new Conflict(message('NOT_RESUMABLE', { cause: message('STATUS_NOT_TO_RESUME', { status: state.status }) }));
  }
  // What somebody decided meanwhile.
  await storeReleasedChunks(tx, state);
  // A retry of the fetch may be waiting for its time: whoever resumes wants it now.
  await jobs.wake(tx, 'plan', state.id, { ...planStore(state), delaySeconds: 0 });
}
