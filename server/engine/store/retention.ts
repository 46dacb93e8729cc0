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

/** So many imports are seen to in one transaction. */
const AT_ONCE = 20;

/**
 * Removes the rows that were read for imports at rest for so many days, with what dry runs would have written: by then
 * they are in the records, or kept as failed rows. Chunks that are still pending keep theirs. How many imports.
 */
export async function removeDoneRows(db: Db, days: number): Promise<number> {
  const done = await db.query<{ id: string }>(
    `WITH done AS (
       SELECT id, next_chunk FROM import
        WHERE rows_kept AND finished_at < now() - make_interval(days => $1)
          AND status NOT IN ('QUEUED', 'RUNNING', 'PAUSED', 'UNDOING')
          -- Another import is reading them.
          AND NOT EXISTS (SELECT FROM import AS later
                           WHERE later.project_id = import.project_id AND NOT later.planned
                             AND later.source->>'kind' = 'import' AND later.source->>'importId' = import.id::text)
        ORDER BY finished_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
     ), emptied AS (UPDATE import_chunk SET rows = '' FROM done WHERE import_id = done.id AND index < done.next_chunk
     ), previews AS (DELETE FROM preview_record USING done WHERE import_id = done.id
     ), marked AS (UPDATE import SET rows_kept = false FROM done WHERE import.id = done.id)
     SELECT id FROM done`,
    [days],
  );
  return done.length < AT_ONCE ? done.length : done.length + (await removeDoneRows(db, days));
}
