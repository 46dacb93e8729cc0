import type { Db } from '../../sdk/records.ts';

/**
 * Removes audit entries, messages about ended imports that were sent or given up, and what came of schedules' times,
 * each older than so many days. How many.
 */
export async function removeOldLogs(db: Db, days: number): Promise<number> {
  // A UUIDv7 begins with its time in ms: the primary key finds what is old.
  const [row] = await db.query<{ removed: number }>(
    `WITH old AS (SELECT at, (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid AS id
                    FROM (VALUES (now() - make_interval(days => $1))) AS cut(at)),
     entries AS (DELETE FROM audit_entry USING old
                  WHERE audit_entry.id < old.id AND audit_entry.at < old.at RETURNING 1),
     messages AS (DELETE FROM delivery USING old
                   WHERE delivery.id < old.id AND delivery.finished_at < old.at RETURNING 1),
     runs AS (DELETE FROM schedule_run USING old
               WHERE schedule_run.id < old.id AND schedule_run.at < old.at RETURNING 1)
     SELECT ((SELECT count(*) FROM entries) + (SELECT count(*) FROM messages) + (SELECT count(*) FROM runs))::int AS removed`,
    [days],
  );
  return row?.removed ?? 0;
}
