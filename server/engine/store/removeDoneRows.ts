import type { Db } from '../../sdk/records.ts';

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
