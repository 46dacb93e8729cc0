import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { poolClient } from '../database/connect/pooledClient.ts';
import { connectionConfig, type DatabaseConfig, jobsSchemaOf } from '../database/connections.ts';

/** Connections of pg-boss' own pool; one more listens. */
export const BOSS_CONNECTIONS = 4;

/**
 * pg-boss as Sluice uses it: it looks every second for workers that vanished, so that with the heartbeat of 10 s their
 * work is taken over within 12 s, and a new job wakes a worker by NOTIFY.
 */
export function createBoss(database: DatabaseConfig, log: Logger, silenceMs = 30_000): PgBoss {
  const schema = jobsSchemaOf(database);
  const options = { name: 'sluice-jobs' };
  // pg-boss listens with a client of its own, which comes to Postgres itself.
  const boss = new PgBoss({
    ...connectionConfig(database, options),
    // Quoted, for names that are words of SQL.
    schema: `"${schema}"`,
    // Sluice's own is there by then, and a role may own it without the right to make one.
    createSchema: schema !== database.schema,
    // What pg-boss does not know it hands on to its pool.
    ...{ Client: poolClient(database, options, silenceMs) },
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
