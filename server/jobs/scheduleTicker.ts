import type { Logger } from 'pino';
import type { Engine } from '../engine/engine.ts';

const EVERY_MS = 15_000;

export interface ScheduleTicker {
  start(): void;
  stop(): Promise<void>;
}

/**
 * Looks every 15 seconds for schedules whose time has come. The table has their next times, so that what is shown is
 * what happens; several servers may look at once.
 */
export function createScheduleTicker(engine: Engine, log: Logger): ScheduleTicker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const tick = async (): Promise<void> => {
    try {
      await engine.runDueSchedules(new Date());
    } catch (error) {
      log.warn({ err: error }, 'schedules are looked at again in a moment');
    }
  };
  const next = (): void => {
    running = running.then(tick);
  };
  return {
    start() {
      next();
      timer = setInterval(next, EVERY_MS);
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
