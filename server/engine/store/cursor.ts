import type { Db, RecordScope } from '../../sdk/records.ts';
import type { StoredChunk } from '../model/chunk.ts';
import type { OutcomeCounts } from '../model/outcome.ts';
import { notifyChange } from './progress.ts';

/**
 * The record lock: one chunk at a time works on the records of a project and importer, until its transaction ends.
 * Imports over the same records interleave by whole chunks, and cannot deadlock.
 */
export async function lockRecords(tx: Db, scope: RecordScope, importerName: string, dryRun: boolean): Promise<void> {
  // A dry run blocks no import, only other chunk runners of its own.
  const key = dryRun ? scope.importId : `${scope.projectId}/${importerName}`;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}

/**
 * The same over a table that several projects or importers write to: after `lockRecords`, in every transaction, so that
 * no two wait for each other.
 */
export async function lockShared(tx: Db, name: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [name]);
}

/**
 * Whether this chunk is the import's next. Checked under the record lock before any work, so that a late worker stops
 * early. The cursor check at the end of the transaction is what guarantees that a chunk commits once.
 */
export async function isAtCursor(tx: Db, importId: string, index: number): Promise<boolean> {
  const rows = await tx.query(`SELECT 1 FROM import WHERE id = $1 AND status = 'RUNNING' AND next_chunk = $2`, [
    importId,
    index,
  ]);
  return rows.length > 0;
}

export interface Advance extends OutcomeCounts {
  readonly importId: string;
  readonly chunk: StoredChunk;
  /** Change of the rows that stand as failed: up for a chunk of the source, down for a retry that mends some. */
  readonly failed: number;
  /** The chunk itself failed and is stepped past. */
  readonly chunkFailed: boolean;
}

export interface Advanced {
  /** The plan is done and no chunk is left. */
  readonly finishDue: boolean;
  readonly failedInARow: number;
  readonly maxErrorRate: number | null;
  /** Rows of the import that have an outcome, and those of them that are failed or discarded. */
  readonly attempted: number;
  readonly bad: number;
}

/**
 * The cursor check. Last statement of a chunk's transaction: it moves the import from this chunk to the next one, if
 * the import is still RUNNING and still at this chunk. Null when it is not; then the transaction must roll back. This
 * is the whole argument for exactly-once, for order, and for pause and cancel.
 */
export async function advanceCursor(tx: Db, advance: Advance): Promise<Advanced | null> {
  const { chunk } = advance;
  await tx.query('SET CONSTRAINTS ALL IMMEDIATE');
  await tx.query(
    `UPDATE import_chunk SET status = $3::chunk_status, committed_at = now() WHERE import_id = $1 AND index = $2`,
    [advance.importId, chunk.index, advance.chunkFailed ? 'FAILED' : 'DONE'],
  );
  const [moved] = await tx.query<Advanced & { projectId: string; revision: number }>(
    `UPDATE import
        SET next_chunk = next_chunk + 1, chunks_done = chunks_done + $3, chunks_failed = chunks_failed + $4,
            failed_in_a_row = CASE WHEN $4 = 1 THEN failed_in_a_row + 1 ELSE 0 END,
            created = created + $5, updated = updated + $6, unchanged = unchanged + $7, skipped = skipped + $8,
            failed = failed + $9, last_row = greatest(last_row, $10),
            phase_rows_done = phase_rows_done + CASE WHEN $13 THEN 0 ELSE $12::int END,
            percent = greatest(percent, CASE
              WHEN phase = 'RETRY' AND phase_rows > 0
                THEN 100.0 * (phase_rows_done + CASE WHEN $13 THEN 0 ELSE $12::int END) / phase_rows
              WHEN planned THEN 100.0 * (next_chunk + 1) / chunks_total
              WHEN source_bytes > 0 AND $11::bigint IS NOT NULL THEN least(100, 100.0 * $11::bigint / source_bytes)
              ELSE percent END),
            -- Both sums fade by half in 7 s, so that their quotient follows the speed of the last seconds.
            rate_rows = rate_rows * fading.keep + $12::int,
            rate_seconds = rate_seconds * fading.keep + fading.seconds,
            rate_at = clock_timestamp(),
            revision = revision + 1, updated_at = now()
       FROM (SELECT id, extract(epoch FROM clock_timestamp() - coalesce(rate_at, now()))::float8 AS seconds,
                    exp(-extract(epoch FROM clock_timestamp() - coalesce(rate_at, now()))::float8 / 10) AS keep
               FROM import WHERE id = $1) fading
      WHERE import.id = fading.id AND status = 'RUNNING' AND next_chunk = $2
  RETURNING project_id AS "projectId", revision, planned AND next_chunk = chunks_total AS "finishDue",
            failed_in_a_row AS "failedInARow", max_error_rate AS "maxErrorRate", failed + discarded AS bad,
            created + updated + unchanged + skipped + failed + discarded AS attempted`,
    [
      advance.importId,
      chunk.index,
      advance.chunkFailed ? 0 : 1,
      advance.chunkFailed ? 1 : 0,
      advance.created,
      advance.updated,
      advance.unchanged,
      advance.skipped,
      advance.failed,
      chunk.fromSource ? chunk.lastRow : 0,
      chunk.endByte,
      chunk.rowCount,
      chunk.fromSource,
    ],
  );
  if (!moved) return null;
  await notifyChange(tx, { id: advance.importId, projectId: moved.projectId, revision: moved.revision });
  return moved;
}
