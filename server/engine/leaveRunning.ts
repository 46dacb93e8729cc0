import type { Db } from '../sdk/records.ts';
import { concludeImport } from './concludeImport.ts';
import type { EngineContext } from './context.ts';
import { listWaiting } from './store/listWaiting.ts';
import { lockPlaces } from './store/lockPlaces.ts';
import { type MoveOptions, moveImport } from './store/moveImport.ts';

/** The steps that end an import's work, for good or for now. */
export type LeavingStep = 'complete' | 'completeWithErrors' | 'fail' | 'pause' | 'cancel';

/**
 * Takes a step out of RUNNING, as moveImport does, and wakes whoever waits for the place in the same transaction: a
 * death in between leaves no place empty.
 */
export async function leaveRunning(
  context: EngineContext,
  tx: Db,
  importId: string,
  step: LeavingStep,
  options: MoveOptions = {},
): Promise<boolean> {
  const { jobs, importsAtOnce = null } = context;
  if (!(await moveImport(tx, importId, step, options))) return false;
  if (step !== 'pause' && step !== 'cancel') await concludeImport(context, tx, importId, step);
  const free = await lockPlaces(tx, importId, importsAtOnce);
  if (free === null || free <= 0) return true;
  for (const { id, storeId } of await listWaiting(tx, importId, free)) {
    await jobs.wake(tx, 'plan', id, { atOnce: true, ...(storeId === null ? {} : { storeId }) });
  }
  return true;
}
