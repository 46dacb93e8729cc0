import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { connectionConfig } from '../database/connections.ts';
import { watchedClient } from '../database/watchedClient.ts';

/** Connections of pg-boss' own pool; one more listens. */
export const BOSS_CONNECTIONS = 4;

/**
 * pg-boss as Sluice uses it: it looks every second for workers that vanished, so that with the heartbeat of 10 s their
 * work is taken over within 12 s, and a new job wakes a worker by NOTIFY.
 */
export function createBoss(databaseUrl: string, log: Logger, silenceMs = 30_000): PgBoss {
  const boss = new PgBoss({
    ...connectionConfig(databaseUrl, { name: 'sluice-jobs' }),
    // What pg-boss does not know it hands on to its pool.
    ...{ Client: watchedClient(databaseUrl, silenceMs) },
    max: BOSS_CONNECTIONS,
    useListenNotify: true,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    schedule: false,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'pg-boss'));
  boss.on('warning', (warning) => log.debug({ warning }, 'pg-boss'));
  return boss;
}
