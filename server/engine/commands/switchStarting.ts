import type { EngineContext } from '../context.ts';
import { InvalidInput, NotFound } from '../errors.ts';
import type { StartSwitch } from '../startSwitches.ts';
import { addStartSwitch } from '../store/addStartSwitch.ts';

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
  if (importer !== null && !importers.has(importer)) throw new NotFound(`There is no importer "${importer}".`);
  if (reason !== null && reason.length > REASON_LENGTH) {
    throw new InvalidInput([{ path: ['reason'], message: `Say it in at most ${REASON_LENGTH} characters.` }]);
  }
  await addStartSwitch(database, { ...change, actor });
}
