import type { Db, RecordScope, SourceCoverage } from '../../../sdk/index.ts';

/**
 * Keeps which of the project's events the import's source should have held and did not: of the same calendar, starting
 * within its range. How many. What was kept before is replaced.
 */
export async function saveMissing(
  db: Db,
  { projectId, importId }: RecordScope,
  { source, from, to, strict }: SourceCoverage,
): Promise<number> {
  await db.query('DELETE FROM missing_event WHERE import_id = $1', [importId]);
  const rows = await db.query(
    `WITH host AS (
       SELECT $3::text AS name UNION
       -- A feed behind a proxy has another host than its events; where they have one and the same, it is theirs.
       SELECT min(split_part(slug_start, '|', 1)) FROM event_sighting WHERE import_id = $2
       HAVING count(DISTINCT split_part(slug_start, '|', 1)) = 1
     )
     INSERT INTO missing_event (import_id, event_id)
     SELECT $2::uuid, event.id FROM event
      WHERE event.project_id = $1 AND event.source IN (SELECT name FROM host) AND NOT (event.removed AND event.removed_by <> $2)
        AND event.start_local >= $4 AND event.start_local <= $5
        AND (NOT $6::boolean OR coalesce(event.end_local, event.start_local) <= $5)
        AND NOT EXISTS (SELECT FROM event_sighting seen WHERE seen.import_id = $2 AND seen.slug_start = event.slug_start)
        -- One that moved, and whose row was not applied. An occurrence with the URL of its series is another event.
        AND NOT EXISTS (SELECT FROM event_sighting seen WHERE seen.import_id = $2 AND seen.url = event.url AND seen.by_url
                         AND NOT EXISTS (SELECT FROM event_sighting another
                                          WHERE another.import_id = $2 AND another.url = seen.url
                                            AND another.slug_start <> seen.slug_start))
     RETURNING event_id`,
    [projectId, importId, source, from, to, strict],
  );
  return rows.length;
}

/** Marks what is missing as removed; those that are no longer missing, after a retry, are there again. */
export async function removeMissing(db: Db, { projectId, importId }: RecordScope): Promise<void> {
  await db.query(
    `UPDATE event SET removed = missing.yes, removed_by = CASE WHEN missing.yes THEN $2::uuid END, updated_at = now()
       FROM (SELECT id, id IN (SELECT event_id FROM missing_event WHERE import_id = $2) AS yes FROM event
              WHERE project_id = $1
                AND (removed_by = $2 OR id IN (SELECT event_id FROM missing_event WHERE import_id = $2))) AS missing
      WHERE event.id = missing.id AND event.removed IS DISTINCT FROM missing.yes`,
    [projectId, importId],
  );
}

/** Brings back what the import removed, when it is undone. */
export async function restoreRemoved(db: Db, { projectId, importId }: RecordScope): Promise<void> {
  await db.query(
    `UPDATE event SET removed = false, removed_by = NULL, updated_at = now()
      WHERE project_id = $1 AND removed_by = $2 AND removed`,
    [projectId, importId],
  );
}
