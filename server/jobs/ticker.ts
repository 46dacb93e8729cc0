import type { Logger } from 'pino';

export interface Ticker {
  /** Runs the work at once, or later if it is delayed, and then again and again. Resolves after the run at the start. */
  start(): Promise<void>;
  /** Resolves once no run is in progress. */
  stop(): Promise<void>;
}

export interface TickerOptions {
  readonly everyMs: number;
  /** Whether the first run waits for `everyMs` too. */
  readonly isDelayed?: boolean;
  readonly run: () => Promise<void>;
  readonly log: Logger;
  /** What the log says when a run fails. The next run tries again. */
  readonly failure: string;
}

/** Runs work every so many ms, never twice at once: a tick that finds a run in progress is left out. */
export function createTicker({ everyMs, isDelayed = false, run, log, failure }: TickerOptions): Ticker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const runLogged = async (): Promise<void> => {
    try {
      await run();
    } catch (error) {
      log.warn({ err: error }, failure);
    } finally {
      running = undefined;
    }
  };
  const tick = (): Promise<void> => {
    running ??= runLogged();
    return running;
  };
  return {
    async start() {
      timer = setInterval(() => void tick(), everyMs);
      if (!isDelayed) await tick();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
