import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../sdk/records.ts';
import { sendJson } from './sendText.ts';

const DATABASE_DEADLINE_MS = 3000;

/** What the server's connections are for: see database/pools. */
export type Shares = Readonly<Record<'work' | 'records' | 'controls', Db>>;

/** The process answers. */
export function sendLive(response: ServerResponse): void {
  sendJson(response, 200, { status: 'ok' });
}

/**
 * The process can do its work: the database answers. 503 when it does not. Where only a part is held up it says which
 * and is ready all the same: what is asked of the rest is answered, and another server would meet the same locks.
 */
export async function sendReady(response: ServerResponse, { controls, records, work }: Shares): Promise<void> {
  const [locked, ofRecords, ofWork] = await Promise.all([
    inTime(lockedTables(controls)),
    inTime(records.query('SELECT 1')),
    inTime(work.query('SELECT 1')),
  ]);
  if (locked === null) {
    sendJson(response, 503, { status: 'unavailable', reason: 'The database does not answer.' });
    return;
  }
  const busy = [...(ofWork ? [] : ['work']), ...(ofRecords ? [] : ['records'])];
  if (locked.length + busy.length === 0) sendJson(response, 200, { status: 'ok' });
  else sendJson(response, 200, { status: 'degraded', lockedTables: locked, busy });
}

/** Null when it fails or takes too long. */
async function inTime<T>(answer: Promise<T>): Promise<T | null> {
  const deadline = new AbortController();
  const late = sleep(DATABASE_DEADLINE_MS, null, { signal: deadline.signal, ref: false }).catch(() => null);
  const answered = await Promise.race([answer.catch(() => null), late]);
  deadline.abort();
  return answered;
}

/** Tables that are locked exclusively, or that a session has waited for longer than a second. */
async function lockedTables(db: Db): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `SELECT DISTINCT relname AS name
       FROM pg_locks JOIN pg_class ON pg_class.oid = relation
      WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND relkind IN ('r', 'p') AND relpersistence <> 't'
        AND CASE WHEN granted THEN mode = 'AccessExclusiveLock' ELSE waitstart < clock_timestamp() - interval '1 second' END
      ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}
