import { message } from '../../messages/catalogue.ts';
import type { Db } from '../../sdk/records.ts';
import type { EngineContext } from '../model/context.ts';
import { Conflict, InvalidInput, NotFound } from '../model/errors.ts';
import { type StartSwitch, switchOf, switchReason } from '../model/startSwitch.ts';
import { addStartSwitch, readStartSwitches } from '../store/startSwitches.ts';

const REASON_LENGTH = 500;

/**
 * Switches the starting of one importer's imports, or (null) of all, off or on. What was started goes on, and may be
 * resumed and retried: a switch is there to stop new work and not to lose any. Each call is an entry of the history.
 */
export async function switchStarting(
  { database, importers }: EngineContext,
  actor: string,
  change: Pick<StartSwitch, 'importer' | 'isOn' | 'reason'>,
): Promise<void> {
  const { importer, reason } = change;
  if (importer !== null && !importers.has(importer))
    throw new NotFound(message('NO_SUCH_IMPORTER', { name: importer }));
  if (reason !== null && reason.length > REASON_LENGTH) {
    throw new InvalidInput([{ path: ['reason'], message: message('REASON_LENGTH', { limit: REASON_LENGTH }) }]);
  }
  await addStartSwitch(database, { ...change, actor });
}

/** Throws Conflict while starting is switched off. Read anew each time, so that every process knows at once. */
export async function requireStartable(db: Db, importer: string): Promise<void> {
  const off = switchOf(await readStartSwitches(db), importer);
  if (off) throw new Conflict(switchReason(off));
}
