import type { EngineContext } from './context.ts';
import { keepWaiting } from './store/keepWaiting.ts';
import { lockPlaces } from './store/lockPlaces.ts';
import { moveImport } from './store/moveImport.ts';
import { readImport } from './store/readImport.ts';

const WAITS = 'as many imports of the project run as may run at once: it waits for its turn';

/**
 * Begins a QUEUED import if its project has a place for it. Without one it stays as it is: whoever ends an import of
 * the project wakes the next (leaveRunning), and the reconciler is the net under that.
 */
export async function beginImport({ database, importsAtOnce = null }: EngineContext, importId: string): Promise<void> {
  await database.transaction(async (tx) => {
    const state = await readImport(tx, importId, { lock: true });
    if (state?.status !== 'QUEUED') return;
    const free = await lockPlaces(tx, importId, importsAtOnce);
    if (free === null || free > 0) await moveImport(tx, importId, 'begin');
    else await keepWaiting(tx, importId, WAITS);
  });
}
