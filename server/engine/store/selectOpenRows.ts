import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import type { PlacedFault } from '../prepare.ts';
import { tagFor } from './saveFailedRows.ts';

export interface OpenRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly line: number | null;
  /** As it came. */
  readonly values: JsonObject;
  /** The columns that an earlier retry changed. */
  readonly corrected: JsonObject | null;
  readonly errors: readonly PlacedFault[];
  readonly attempts: number;
}

/** Which open failed rows are meant; all members that are there must hold. */
export interface RowFilter {
  readonly rowNumbers?: readonly number[];
  readonly code?: string;
  readonly field?: string;
}

/** Open failed rows with numbers above `after`, in the order of the source, at most `limit`. */
export async function selectOpenRows(
  db: Db,
  importId: string,
  filter: RowFilter,
  after: number,
  limit: number,
): Promise<OpenRow[]> {
  return db.query<OpenRow>(
    `SELECT id, row_number AS "rowNumber", line, "values", corrected, errors, attempts FROM failed_row
      WHERE import_id = $1 AND status = 'OPEN' AND row_number > $2
        AND ($3::int[] IS NULL OR row_number = ANY($3::int[])) AND ($4::text IS NULL OR $4 = ANY(tags))
      ORDER BY row_number LIMIT $5`,
    [importId, after, filter.rowNumbers ?? null, tagFor(filter), limit],
  );
}
