import type { EngineContext } from '../engine/model/context.ts';
import { listDueDeliveries } from '../engine/store/deliveries.ts';
import { listUnfinished } from '../engine/store/imports.ts';
import { createTicker, type Ticker } from './ticker.ts';

/** How often the reconciler looks for imports whose request has died, in ms. */
const EVERY_MS = 5_000;
/** Every twelfth run is a full one: once a minute. */
const RUNS_PER_MINUTE = 12;

/**
 * At the start and every minute, sends the job that each unfinished import waits for. The tables say what is left to
 * do, so losing every job loses nothing; if the job already exists, the new one is dropped. An import that runs within
 * a request has no job, and no other process learns that the request has died: such imports are looked for every 5 s.
 */
export function createReconciler({ database, jobs, log }: EngineContext): Ticker {
  let runs = 0;
  const reconcile = async (): Promise<void> => {
    const isFull = runs % RUNS_PER_MINUTE === 0;
    runs += 1;
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
    failure: 'the reconciler could not read the unfinished imports',
  });
}
