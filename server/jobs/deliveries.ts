import type { PgBoss } from 'pg-boss';
import type { Database } from '../engine/model/context.ts';
import { bossDb } from './jobQueue.ts';
import { DELIVERIES, type DeliveryData } from './queues.ts';

/** Messages that one process sends at the same time. */
const CONCURRENCY = 4;
const POLL_SECONDS = 1;

export interface DeliveryWorker {
  start(): Promise<void>;
  /** Breaks off what is being sent; another process, or the next start, sends it again. */
  stop(): Promise<void>;
}

/** Works the jobs of messages. `deliver` tells after how many seconds a message is to be tried again, or null. */
export function createDeliveryWorker(
  boss: PgBoss,
  database: Database,
  deliver: (deliveryId: string, signal: AbortSignal) => Promise<number | null>,
): DeliveryWorker {
  const stopping = new AbortController();
  return {
    async start() {
      const options = {
        includeMetadata: true,
        localConcurrency: CONCURRENCY,
        pollingIntervalSeconds: POLL_SECONDS,
        notifyPollingIntervalSeconds: POLL_SECONDS,
        heartbeatRefreshSeconds: 1,
      } as const;
      const workId = await boss.work<DeliveryData, void, typeof options>(DELIVERIES, options, async ([job]) => {
        if (!job) return;
        boss.notifyWorker(workId);
        const startAfter = await deliver(job.data.deliveryId, AbortSignal.any([job.signal, stopping.signal]));
        if (startAfter === null) return;
        await database.transaction(async (tx) => {
          const db = bossDb(tx);
          await boss.complete(DELIVERIES, { id: job.id, retryCount: job.retryCount }, null, { db });
          await boss.upsert(DELIVERIES, job.data, { singletonKey: job.data.deliveryId, startAfter, db });
        });
      });
    },
    async stop() {
      stopping.abort();
      await boss.offWork(DELIVERIES, { wait: false });
    },
  };
}
