import type { Db as BossDb, PgBoss } from 'pg-boss';
import type { JobQueue } from '../engine/model/context.ts';
import type { Db } from '../sdk/records.ts';
import { DELIVERIES, queueName } from './queues.ts';

/** The engine's way to wake work, by pg-boss: a job is written in the engine's own transaction. */
export function createJobQueue(boss: PgBoss): JobQueue {
  return {
    async wake(db, kind, importId, options = {}) {
      const queue = queueName(kind, options.storeId);
      const own = { singletonKey: importId, db: bossDb(db) };
      const { delaySeconds } = options;
      if (delaySeconds === undefined) await boss.send(queue, { importId }, own);
      else await boss.upsert(queue, { importId }, { ...own, startAfter: delaySeconds });
    },
    async deliver(db, deliveryId) {
      await boss.send(DELIVERIES, { deliveryId }, { singletonKey: deliveryId, db: bossDb(db) });
    },
  };
}

/** A transaction of ours as pg-boss wants it. */
export function bossDb(db: Db): BossDb {
  return {
    executeSql: async (text, values) => ({ rows: await db.query(text, values) }),
  };
}
