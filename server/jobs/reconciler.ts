import type { EngineContext } from '../engine/model/context.ts';
import { listDueDeliveries } from '../engine/store/deliveries.ts';
import { listUnfinished } from '../engine/store/imports.ts';

const EVERY_MS = 60_000;

export interface Reconciler {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * At the start and every minute, sends the job that each unfinished import waits for. The tables know what is to be
 * done, so that losing every job loses nothing; where a job is there already, this one drops.
 */
export function createReconciler(context: EngineContext): Reconciler {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const reconcile = async (): Promise<void> => {
    try {
      for (const { id, kind, storeId } of await listUnfinished(context.database)) {
        await context.jobs.wake(context.database, kind, id, storeId === null ? {} : { storeId });
      }
      for (const id of await listDueDeliveries(context.database)) await context.jobs.deliver(context.database, id);
    } catch (error) {
      context.log.warn({ err: error }, 'the reconciler comes back in a minute');
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
