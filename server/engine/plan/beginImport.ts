import { message } from '../../messages/catalogue.ts';
import type { EngineContext } from '../model/context.ts';
import { readImport } from '../store/imports.ts';
import { keepWaiting, lockSlots, moveImport } from '../store/status.ts';

/**
 * Begins a QUEUED import if its project has a place for it. Without one it stays as it is: whoever ends an import of
 * the project wakes the next (transition), and the reconciler is the net under that.
 */
export async function beginImport(
  { database, maxConcurrentImports = null }: EngineContext,
  importId: string,
): Promise<void> {
  await database.transaction(async (tx) => {
    const state = await readImport(tx, importId, { lock: true });
    if (state?.status !== 'QUEUED') return;
    const free = await lockSlots(tx, importId, maxConcurrentImports);
    if (free === null || free > 0) await moveImport(tx, importId, 'begin');
    else await keepWaiting(tx, importId, message('WAITING_FOR_SLOT'));
  });
}
