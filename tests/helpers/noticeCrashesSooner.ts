import type pg from 'pg';

/** Far longer than a process that lives is silent, which says every second that it does. */
const HEARTBEAT_SECONDS = 4;

/**
 * From now on a worker of this database that is killed is missed after 4 s: pg-boss makes no queue with less than 10, and
 * takes what stands in its table.
 */
export async function noticeCrashesSooner(database: Pick<pg.Pool, 'query'>): Promise<void> {
  await database.query('UPDATE sluice.queue SET heartbeat_seconds = $1', [HEARTBEAT_SECONDS]);
}
