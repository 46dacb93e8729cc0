import type { EngineContext } from './context.ts';
import { moveImport } from './store/moveImport.ts';

/** Ends an import whose workers vanish one after the other; more of them would hardly do better. */
export async function giveUp({ database, log }: EngineContext, importId: string, deaths: number): Promise<void> {
  const reason = `${deaths} workers in a row ended without progress, for lack of memory perhaps. Resume when the cause is gone.`;
  log.error({ import: importId, deaths }, 'the import is given up');
  await database.transaction((tx) => moveImport(tx, importId, 'fail', { reason }));
}
