import { messageText } from '../../messages/catalogue.ts';
import type { RowError } from '../../sdk/errors.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';

/** A row that could not be imported, as it came, and all that is wrong with it. */
export interface TestedFailedRow {
  readonly rowNumber: number;
  readonly values: JsonObject;
  readonly errors: readonly RowError[];
}

/** In the order of the source. */
export async function readFailedRows(db: Db, importId: string): Promise<TestedFailedRow[]> {
  const rows = await db.query<TestedFailedRow>(
    `SELECT row_number AS "rowNumber", "values", errors FROM failed_row WHERE import_id = $1 ORDER BY row_number`,
    [importId],
  );
  // A test reads sentences, whether they are the author's or the catalogue's.
  const inEnglish = (rowError: RowError): RowError => ({ ...rowError, message: messageText(rowError) });
  return rows.map((row) => ({ ...row, errors: row.errors.map(inEnglish) }));
}
