import type { EngineContext } from './context.ts';
import { leaveRunning } from './leaveRunning.ts';

/** Ends an import whose workers vanish one after the other; more of them would hardly do better. */
export async function giveUp(context: EngineContext, importId: string, deaths: number): Promise<void> {
  const { database, log } = context;
  const reason = `${deaths} workers in a row ended without progress, for lack of memory perhaps. Resume when the cause is gone.`;
  log.error({ import: importId, deaths }, 'the import is given up');
  await database.transaction((tx) => leaveRunning(context, tx, importId, 'fail', { reason }));
}
