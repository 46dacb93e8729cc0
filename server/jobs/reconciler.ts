import type { EngineContext } from '../engine/model/context.ts';
import { listDueDeliveries } from '../engine/store/deliveries.ts';
import { listUnfinished } from '../engine/store/imports.ts';

/** How often imports are looked for whose request is gone. */
const EVERY_MS = 5_000;
/** So many looks are a minute. */
const LOOKS = 12;

export interface Reconciler {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * At the start and every minute, sends the job that each unfinished import waits for. The tables know what is to be
 * done, so that losing every job loses nothing; where a job is there already, this one drops. An import that a request
 * works on has no job, and no other process hears of the request's end: that is looked for every 5 s.
 */
export function createReconciler(context: EngineContext): Reconciler {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let looks = 0;
  const reconcile = async (): Promise<void> => {
    const isFull = looks % LOOKS === 0;
    looks += 1;
    try {
      for (const { id, kind, storeId } of await listUnfinished(context.database, isFull ? 'all' : 'abandoned')) {
        await context.jobs.wake(context.database, kind, id, storeId === null ? {} : { storeId });
      }
      if (!isFull) return;
      for (const id of await listDueDeliveries(context.database)) await context.jobs.deliver(context.database, id);
    } catch (error) {
      context.log.warn({ err: error }, 'the reconciler could not look for work that is left');
    }
  };
  return {
    async start() {
      await reconcile();
      timer = setInterval(() => {
        running = running.then(reconcile);
      }, EVERY_MS);
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
