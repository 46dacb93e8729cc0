import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';

/** What retries changed in the rows from `first` to `last`: row number to the columns that differ from what came. */
export async function readCorrections(
  db: Db,
  importId: string,
  first: number,
  last: number,
): Promise<Map<number, JsonObject>> {
  const rows = await db.query<{ rowNumber: number; corrected: JsonObject }>(
    `SELECT row_number AS "rowNumber", corrected FROM failed_row
      WHERE import_id = $1 AND row_number BETWEEN $2 AND $3 AND corrected IS NOT NULL`,
    [importId, first, last],
  );
  return new Map(rows.map(({ rowNumber, corrected }) => [rowNumber, corrected]));
}
