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
  /** The failed row of an earlier import that it came back from. */
  readonly originImportId: string | null;
  readonly originRow: number | null;
}

/** Which open failed rows are meant; all members that are there must hold. */
export interface RowFilter {
  readonly rowNumbers?: readonly number[];
  readonly code?: string;
  readonly field?: string;
}

export interface Page {
  /** Row numbers above this one. */
  readonly after: number;
  readonly limit: number;
}

/** Open failed rows in the order of the source. */
export async function selectOpenRows(
  db: Db,
  importId: string,
  filter: RowFilter,
  { after, limit }: Page,
): Promise<OpenRow[]> {
  return db.query<OpenRow>(
    `SELECT ${COLUMNS} FROM failed_row WHERE ${SELECTED} ORDER BY row_number LIMIT $5`,
    selection(importId, filter, after, limit),
  );
}

/** Of those, the ones that no chunk ahead of the import's cursor tries again already, and those that are `corrected`. */
export async function selectRowsToRetry(
  db: Db,
  importId: string,
  filter: RowFilter,
  { after, limit }: Page,
  corrected: readonly number[],
): Promise<OpenRow[]> {
  return db.query<OpenRow>(
    `SELECT ${COLUMNS} FROM failed_row
      WHERE ${SELECTED}
        AND (coalesce(retried_in, -1) < (SELECT next_chunk FROM import WHERE id = $1) OR row_number = ANY($6::int[]))
      ORDER BY row_number LIMIT $5`,
    [...selection(importId, filter, after, limit), corrected],
  );
}

const COLUMNS = `id, row_number AS "rowNumber", line, "values", corrected, errors, attempts,
            origin_import_id AS "originImportId", origin_row AS "originRow"`;
const SELECTED = `import_id = $1 AND status = 'OPEN' AND row_number > $2
        AND ($3::int[] IS NULL OR row_number = ANY($3::int[])) AND ($4::text IS NULL OR $4 = ANY(tags))`;

function selection(importId: string, filter: RowFilter, after: number, limit: number): unknown[] {
  return [importId, after, filter.rowNumbers ?? null, tagFor(filter), limit];
}
