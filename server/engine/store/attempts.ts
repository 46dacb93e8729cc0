import type { Db } from '../../sdk/records.ts';
import type { JobKind } from '../model/context.ts';

/** Work of an import in this run of a process. */
export interface Attempt {
  readonly importId: string;
  /** Several where one request does what several jobs would. */
  readonly kinds: readonly JobKind[];
  readonly processId: string;
}

/** How far the work of a kind is. Bytes of a file that is fetched do not count: the next attempt begins it anew. */
const PROGRESS = `CASE work.kind
  WHEN 'chunks' THEN import.next_chunk
  WHEN 'undo' THEN import.phase_rows_done
  WHEN 'finish' THEN import.chunks_total
  ELSE import.rows_read + coalesce((SELECT pages + done::int FROM source_spool WHERE import_id = import.id), 0) END`;

const WORK = `import, unnest($2::text[]) AS work(kind)`;

/**
 * Crashes in a row without progress, where the process $3 finds `earlier` and the work is at \`progress\` now. What
 * another process has not ended, it did not survive: pg-boss gives a job to one process, and on to the next only when
 * the first is silent.
 */
const crashesAt = (progress: string): string =>
  `CASE WHEN earlier.progress = ${progress} THEN earlier.crashes ELSE 0 END
     + CASE WHEN earlier.process_id <> $3 THEN 1 ELSE 0 END`;

/** Notes that the work begins, for all of its kinds; false, where one of them has crashed so often already. */
export async function beginAttempt(
  db: Db,
  { importId, kinds, processId }: Attempt,
  crashLimit: number,
): Promise<boolean> {
  const begun = await db.query(
    `INSERT INTO import_attempt AS earlier (import_id, kind, process_id, progress)
     SELECT import.id, work.kind, $3, ${PROGRESS} FROM ${WORK} WHERE import.id = $1
     ON CONFLICT (import_id, kind) DO UPDATE
        SET process_id = excluded.process_id, progress = excluded.progress, began_at = now(),
            crashes = ${crashesAt('excluded.progress')}
      WHERE ${crashesAt('excluded.progress')} < $4
  RETURNING kind`,
    [importId, kinds, processId, crashLimit],
  );
  return begun.length === kinds.length;
}

/** How often this work has crashed in a row; of several kinds, the one that did most often. */
export async function countCrashes(db: Db, { importId, kinds, processId }: Attempt): Promise<number> {
  const [row] = await db.query<{ crashes: number | null }>(
    `SELECT max(${crashesAt(PROGRESS)}) AS crashes
       FROM ${WORK} JOIN import_attempt AS earlier USING (kind)
      WHERE import.id = $1 AND earlier.import_id = $1`,
    [importId, kinds, processId],
  );
  return row?.crashes ?? 0;
}

/** Whether the work is further than where this attempt began. */
export async function hasProgressed(db: Db, { importId, kinds, processId }: Attempt): Promise<boolean> {
  const further = await db.query(
    `SELECT FROM ${WORK} JOIN import_attempt AS own USING (kind)
      WHERE import.id = $1 AND own.import_id = $1 AND own.process_id = $3 AND own.progress <> ${PROGRESS}`,
    [importId, kinds, processId],
  );
  return further.length > 0;
}

/** The work came to its end, good or for now: no crash before counts any more. */
export async function endAttempt(db: Db, { importId, kinds, processId }: Attempt): Promise<void> {
  await db.query(`DELETE FROM import_attempt WHERE import_id = $1 AND kind = ANY($2::text[]) AND process_id = $3`, [
    importId,
    kinds,
    processId,
  ]);
}

/** The work broke off, and its process lives: crashes before it count on. */
export async function releaseAttempt(db: Db, { importId, kinds, processId }: Attempt): Promise<void> {
  await db.query(
    `UPDATE import_attempt SET process_id = NULL
      WHERE import_id = $1 AND kind = ANY($2::text[]) AND process_id = $3`,
    [importId, kinds, processId],
  );
}

/** The same for all that a process works. */
export async function releaseAttempts(db: Db, processId: string): Promise<void> {
  await db.query('UPDATE import_attempt SET process_id = NULL WHERE process_id = $1', [processId]);
}

export async function removeAttempts(db: Db, importId: string): Promise<void> {
  await db.query('DELETE FROM import_attempt WHERE import_id = $1', [importId]);
}

/** How far an import is, in rows and records that a person can find. */
export interface Place {
  readonly rowsRead: number;
  /** The first row of the chunk that is next. */
  readonly nextRow: number;
  readonly recordsUndone: number;
}

export async function readPlace(db: Db, importId: string): Promise<Place> {
  const [place] = await db.query<Place>(
    `SELECT rows_read AS "rowsRead", phase_rows_done AS "recordsUndone", coalesce(
              (SELECT first_row FROM import_chunk WHERE import_id = import.id AND index = next_chunk), last_row + 1) AS "nextRow"
       FROM import WHERE id = $1`,
    [importId],
  );
  return place ?? { rowsRead: 0, nextRow: 1, recordsUndone: 0 };
}
