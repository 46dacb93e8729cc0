import type { Db } from '../../sdk/records.ts';
import type { Position } from '../../sources/types.ts';
import { notifyChange } from './notify.ts';

export interface NewChunk {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rowCount: number;
  readonly endByte: number;
  readonly rows: Uint8Array;
}

export interface Append {
  readonly importId: string;
  /** How many rows the plan had laid down before: the fence that lets only one plan of an import go on. */
  readonly rowsBefore: number;
  readonly chunks: readonly NewChunk[];
  /** Where a plan goes on after a crash. */
  readonly position: Position;
  readonly bytesRead: number;
  readonly columns: readonly string[];
}

/**
 * Lays down chunks behind those that are there and saves the plan's position with them. False when another plan was
 * faster or the import is no longer RUNNING: nothing is changed then.
 */
export async function appendChunks(tx: Db, append: Append): Promise<boolean> {
  const { chunks } = append;
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const [moved] = await tx.query<{ projectId: string; revision: number; firstIndex: number }>(
    `UPDATE import
        SET rows_read = rows_read + $3, chunks_total = chunks_total + $4, plan_position = $5::jsonb,
            bytes_read = $6, source_columns = $7, revision = revision + 1, updated_at = now()
      WHERE id = $1 AND status = 'RUNNING' AND NOT planned AND rows_read = $2
  RETURNING project_id AS "projectId", revision, chunks_total - $4 AS "firstIndex"`,
    [
      append.importId,
      append.rowsBefore,
      rows,
      chunks.length,
      JSON.stringify(append.position),
      append.bytesRead,
      append.columns,
    ],
  );
  if (!moved) return false;
  await tx.query(
    `INSERT INTO import_chunk (import_id, index, first_row, last_row, row_count, end_byte, rows)
     SELECT $1, $2 + ordinality - 1, first_row, last_row, row_count, end_byte, rows
       FROM unnest($3::int[], $4::int[], $5::int[], $6::bigint[], $7::bytea[])
            WITH ORDINALITY AS chunk(first_row, last_row, row_count, end_byte, rows, ordinality)`,
    [
      append.importId,
      moved.firstIndex,
      chunks.map((chunk) => chunk.firstRow),
      chunks.map((chunk) => chunk.lastRow),
      chunks.map((chunk) => chunk.rowCount),
      chunks.map((chunk) => chunk.endByte),
      chunks.map((chunk) => chunk.rows),
    ],
  );
  await notifyChange(tx, { id: append.importId, projectId: moved.projectId, revision: moved.revision });
  return true;
}
