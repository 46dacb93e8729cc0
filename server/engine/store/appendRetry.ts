import type { Db } from '../../sdk/records.ts';
import { notifyChange } from './notify.ts';

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
