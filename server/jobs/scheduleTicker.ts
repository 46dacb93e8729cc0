import type { Logger } from 'pino';
import type { Engine } from '../engine/engine.ts';
import { createTicker, type Ticker } from './ticker.ts';

/**
 * Looks every 15 seconds for schedules whose time has come. The table has their next times, so that what is shown is
 * what happens; several servers may look at once.
 */
export function createScheduleTicker(engine: Engine, log: Logger): Ticker {
  return createTicker({
    everyMs: 15_000,
    run: async () => void (await engine.runDueSchedules(new Date())),
    log,
    failure: 'due schedules could not be run and are tried again soon',
  });
}
