import type { EngineContext } from '../engine/model/context.ts';
import { listDueDeliveries } from '../engine/store/deliveries.ts';
import { listUnfinished } from '../engine/store/imports.ts';
import { createTicker, type Ticker } from './ticker.ts';

/** How often imports are looked for whose request is gone. */
const EVERY_MS = 5_000;
/** So many looks are a minute. */
const LOOKS = 12;

/**
 * At the start and every minute, sends the job that each unfinished import waits for. The tables know what is to be
 * done, so that losing every job loses nothing; where a job is there already, this one drops. An import that a request
 * works on has no job, and no other process hears of the request's end: that is looked for every 5 s.
 */
export function createReconciler({ database, jobs, log }: EngineContext): Ticker {
  let looks = 0;
  const reconcile = async (): Promise<void> => {
    const isFull = looks % LOOKS === 0;
    looks += 1;
    for (const { id, kind, storeId } of await listUnfinished(database, isFull ? 'all' : 'abandoned')) {
      await jobs.wake(database, kind, id, storeId === null ? {} : { storeId });
    }
    if (!isFull) return;
    for (const id of await listDueDeliveries(database)) await jobs.deliver(database, id);
  };
  return createTicker({
    everyMs: EVERY_MS,
    run: reconcile,
    log,
    failure: 'the reconciler could not look for work that is left',
  });
}
