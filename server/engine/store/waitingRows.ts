import type { RowError } from '../../sdk/errors.ts';
import type { Db } from '../../sdk/records.ts';

/**
 * Keeps which decisions of a person failed rows wait for, so that they are found once one is taken. Rows that wait for
 * none have null.
 */
export async function setWaiting(
  tx: Db,
  importId: string,
  rows: readonly { readonly rowNumber: number; readonly errors: readonly RowError[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE failed_row SET waits_for = string_to_array(nullif(waiting.keys, ''), E'\\n')
       FROM unnest($2::int[], $3::text[]) AS waiting(row_number, keys)
      WHERE import_id = $1 AND failed_row.row_number = waiting.row_number`,
    [importId, rows.map(({ rowNumber }) => rowNumber), rows.map(({ errors }) => waitsFor(errors).join('\n'))],
  );
}

/** The decisions that a row with these errors waits for: none where it has an error of another kind as well. */
export function waitsFor(errors: readonly RowError[]): string[] {
  const keys = errors.flatMap((rowError) => rowError.waitsFor ?? []);
  return keys.length === errors.length ? [...new Set(keys)] : [];
}

/** The project's imports that have failed rows which wait for one of these decisions, in the order of their ids. */
export async function findWaiting(db: Db, projectId: string, keys: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ readonly id: string }>(
    `SELECT DISTINCT import.id FROM failed_row JOIN import ON import.id = failed_row.import_id
      WHERE import.project_id = $1 AND failed_row.status = 'OPEN' AND failed_row.waits_for IS NOT NULL
        AND failed_row.waits_for && $2::text[]
      ORDER BY import.id`,
    [projectId, keys],
  );
  return rows.map(({ id }) => id);
}

/** The decisions are taken: rows of the import no longer wait for them. */
export async function releaseWaiting(tx: Db, importId: string, keys: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE failed_row
        SET waits_for = ARRAY(SELECT key FROM unnest(waits_for) AS key WHERE key <> ALL($2::text[])), updated_at = now()
      WHERE import_id = $1 AND status = 'OPEN' AND waits_for IS NOT NULL AND waits_for && $2::text[]`,
    [importId, keys],
  );
}

/** Failed rows that waited, and wait for nothing any more. */
export async function readReleased(db: Db, importId: string): Promise<number[]> {
  const rows = await db.query<{ readonly rowNumber: number }>(
    `SELECT row_number AS "rowNumber" FROM failed_row
      WHERE import_id = $1 AND status = 'OPEN' AND waits_for = '{}' ORDER BY row_number`,
    [importId],
  );
  return rows.map(({ rowNumber }) => rowNumber);
}
