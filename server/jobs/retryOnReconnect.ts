import { setTimeout as wait } from 'node:timers/promises';
import { classifyError, isLockWait } from '../engine/model/classifyError.ts';
import { isAnswering } from '../engine/store/database.ts';
import type { Db } from '../sdk/records.ts';

/** So often a job is begun anew after the database went away, before pg-boss hears of it. */
const MAX_RETURNS = 5;
/** How often a database that is away is looked for, in ms. */
const POLL_MS = 200;

/**
 * Does the work, and does it anew when the database went away under it and is back: at once, where pg-boss would wait
 * for the heartbeat of a process that lives. Work must go on from where the tables say. Any other error is thrown, and
 * so is whatever is met once `signal` is aborted. Work that waits for somebody's lock does so for as long as it is
 * held.
 */
export async function retryOnReconnect<T>(database: Db, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let returns = 0; ; ) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || returns === MAX_RETURNS || classifyError(error) !== 'environment') throw error;
      if (!isLockWait(error)) returns += 1;
      await waitForDatabase(database, signal);
    }
  }
}

async function waitForDatabase(database: Db, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if (await isAnswering(database)) return;
    await wait(POLL_MS, undefined, { signal }).catch(() => {});
  }
}
