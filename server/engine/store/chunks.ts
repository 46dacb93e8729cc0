import type { Message } from '../../messages/message.ts';
import { messageJson } from '../../messages/stored.ts';
import type { Db } from '../../sdk/records.ts';
import type { StoredChunk } from '../model/chunk.ts';

import { notifyChange } from './progress.ts';

/** The import's chunks from `from` on, in order, at most `limit`. */
export async function readChunks(db: Db, importId: string, from: number, limit: number): Promise<StoredChunk[]> {
  return db.query<StoredChunk>(
    `SELECT index, from_source AS "fromSource", first_row AS "firstRow", last_row AS "lastRow",
            row_count AS "rowCount", end_byte::float8 AS "endByte", rows
       FROM import_chunk WHERE import_id = $1 AND index >= $2 ORDER BY index LIMIT $3`,
    [importId, from, limit],
  );
}

/** The index of the first chunk from the source with a row behind this one; null where there is none. */
export async function findChunkBehind(db: Db, importId: string, row: number): Promise<number | null> {
  const [found] = await db.query<{ index: number | null }>(
    'SELECT min(index) AS index FROM import_chunk WHERE import_id = $1 AND from_source AND last_row > $2',
    [importId, row],
  );
  return found?.index ?? null;
}

/** Adds a transient error to the chunk's history; how many it has met by now, waits for locks aside. */
export async function recordAttempt(
  db: Db,
  importId: string,
  index: number,
  attempt: { readonly error: Message; readonly code: string },
): Promise<number> {
  const [row] = await db.query<{ attempts: number }>(
    `UPDATE import_chunk
        SET attempts = attempts || jsonb_build_array(jsonb_build_object('at', now(), 'error', $3::jsonb, 'code', $4::text))
      WHERE import_id = $1 AND index = $2
  RETURNING (SELECT count(*)::int FROM jsonb_array_elements(attempts) AS attempt
              WHERE attempt->>'code' <> '55P03') AS attempts`,
    [importId, index, messageJson(attempt.error), attempt.code],
  );
  return row?.attempts ?? 0;
}

export interface RetryChunk {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rowNumbers: readonly number[];
  readonly rows: Uint8Array;
}

/** Lays down a chunk of rows that are tried again, behind all chunks that are there. Under the import row's lock. */
export async function appendRetry(tx: Db, importId: string, chunk: RetryChunk): Promise<void> {
  const [moved] = await tx.query<{ projectId: string; revision: number; index: number }>(
    `UPDATE import
        SET chunks_total = chunks_total + 1, phase_rows = phase_rows + $2, revision = revision + 1, updated_at = now()
      WHERE id = $1 RETURNING project_id AS "projectId", revision, chunks_total - 1 AS index`,
    [importId, chunk.rowNumbers.length],
  );
  if (!moved) return;
  await tx.query(
    `INSERT INTO import_chunk (import_id, index, from_source, first_row, last_row, row_count, rows)
     VALUES ($1, $2, false, $3, $4, $5, $6)`,
    [importId, moved.index, chunk.firstRow, chunk.lastRow, chunk.rowNumbers.length, chunk.rows],
  );
  await tx.query('UPDATE failed_row SET retried_in = $2 WHERE import_id = $1 AND row_number = ANY($3::int[])', [
    ...[importId, moved.index, chunk.rowNumbers],
  ]);
  await notifyChange(tx, { id: importId, projectId: moved.projectId, revision: moved.revision });
}
