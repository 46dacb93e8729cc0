import type { Db } from '../../sdk/records.ts';
import type { Position, SourceFormat } from '../../sources/types.ts';
import type { Mapping } from '../model/import.ts';

import { notifyChange } from './progress.ts';

/** Keeps what the plan found out about the source. Only the first one counts; false for any later one. */
export async function saveSourceFormat(
  tx: Db,
  importId: string,
  sourceFormat: SourceFormat,
  { mapping, fieldRules }: Mapping,
): Promise<boolean> {
  const saved = await tx.query(
    `UPDATE import
        SET source_format = $2::jsonb, source_columns = $3, mapping = $4::jsonb, field_rules = $5::jsonb,
            revision = revision + 1, updated_at = now()
      WHERE id = $1 AND source_format IS NULL
  RETURNING id`,
    [importId, JSON.stringify(sourceFormat), sourceFormat.columns, JSON.stringify(mapping), JSON.stringify(fieldRules)],
  );
  return saved.length > 0;
}

export interface NewChunk {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rowCount: number;
  readonly endByte: number;
  readonly rows: Uint8Array;
}

export interface Append {
  readonly importId: string;
  /** How many rows the plan had stored before: the cursor check that lets only one plan of an import go on. */
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

/**
 * The whole source is read: from now on the total is known. Returns whether all chunks are done already (then finish
 * is due); null when the import is no longer RUNNING, or another plan got here first.
 */
export async function endPlan(
  tx: Db,
  importId: string,
  rowsRead: number,
): Promise<{ readonly finishDue: boolean } | null> {
  const [ended] = await tx.query<{ projectId: string; revision: number; finishDue: boolean }>(
    `UPDATE import SET planned = true, revision = revision + 1, updated_at = now()
      WHERE id = $1 AND status = 'RUNNING' AND NOT planned AND rows_read = $2
  RETURNING project_id AS "projectId", revision, next_chunk = chunks_total AS "finishDue"`,
    [importId, rowsRead],
  );
  if (!ended) return null;
  await notifyChange(tx, { id: importId, projectId: ended.projectId, revision: ended.revision });
  return { finishDue: ended.finishDue };
}

/** From now on the import's plan is worked in the line of long plans only. */
export async function markLongPlan(tx: Db, importId: string): Promise<void> {
  await tx.query('UPDATE import SET long_plan = true WHERE id = $1', [importId]);
}
