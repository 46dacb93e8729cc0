import type { Db } from '../../sdk/records.ts';
import type { PlacedFault } from '../prepare.ts';
import { uncountErrors } from './countErrors.ts';
import { notifyChange } from './notify.ts';
import { tagFor } from './saveFailedRows.ts';
import type { RowFilter } from './selectOpenRows.ts';

/** Gives up the open failed rows that the filter selects, and counts them so; how many. */
export async function discardRows(tx: Db, importId: string, filter: RowFilter): Promise<number> {
  const rows = await tx.query<{ errors: readonly PlacedFault[] }>(
    `UPDATE failed_row SET status = 'DISCARDED', updated_at = now()
      WHERE import_id = $1 AND status = 'OPEN'
        AND ($2::int[] IS NULL OR row_number = ANY($2::int[])) AND ($3::text IS NULL OR $3 = ANY(tags))
  RETURNING errors`,
    [importId, filter.rowNumbers ?? null, tagFor(filter)],
  );
  if (rows.length === 0) return 0;
  await uncountErrors(
    tx,
    importId,
    rows.map((row) => row.errors),
  );
  const [changed] = await tx.query<{ projectId: string; revision: number }>(
    `UPDATE import
        SET failed = failed - $2, discarded = discarded + $2, revision = revision + 1, updated_at = now()
      WHERE id = $1 RETURNING project_id AS "projectId", revision`,
    [importId, rows.length],
  );
  if (changed) await notifyChange(tx, { id: importId, ...changed });
  return rows.length;
}
