import type { Db } from '../../sdk/records.ts';

/** An import that stopped before its source was read may be resumed within this time without fetching it again. */
const KEPT_DAYS = 7;

/** Removes the bytes of a source that was fetched for an import and is laid down in its chunks. */
export async function removeSpooled(db: Db, importId: string): Promise<void> {
  await db.query(
    `DELETE FROM stored_file USING source_spool, import
      WHERE stored_file.id = source_spool.file_id AND source_spool.import_id = $1 AND import.id = $1 AND import.planned`,
    [importId],
  );
}

/**
 * Likewise for all imports, as a death may have kept some, and for those that stopped long ago. How many. What is
 * resumed after that is fetched again, and must be the same where a part of it was imported already.
 */
export async function removeSpentSpools(db: Db): Promise<number> {
  const removed = await db.query(
    `WITH spent AS (
       SELECT file_id FROM source_spool JOIN import ON import.id = import_id
        WHERE import.planned
           OR (import.status NOT IN ('QUEUED', 'RUNNING') AND import.updated_at < now() - make_interval(days => $1))
     ), gone AS (DELETE FROM source_spool USING import
                  WHERE import.id = import_id AND NOT import.planned AND file_id IN (SELECT file_id FROM spent))
     DELETE FROM stored_file WHERE id IN (SELECT file_id FROM spent) RETURNING id`,
    [KEPT_DAYS],
  );
  return removed.length;
}
