import type { Db } from '../../sdk/records.ts';
import type { RowOrigin } from '../../sources/types.ts';
import type { PlacedFault } from '../prepare.ts';
import type { LeftRow } from '../wayBack/triedRow.ts';

/** A failed row that a file of failed rows names. */
export interface Original extends LeftRow {
  readonly importId: string;
  readonly rowNumber: number;
  readonly errors: readonly PlacedFault[];
}

/** Those of the named failed rows that this project has. */
export async function readOriginals(db: Db, projectId: string, origins: readonly RowOrigin[]): Promise<Original[]> {
  if (origins.length === 0) return [];
  return db.query<Original>(
    `SELECT failed_row.import_id AS "importId", failed_row.row_number AS "rowNumber", failed_row."values", corrected,
            errors, import.source_columns AS columns
       FROM (SELECT DISTINCT import_id, row_number FROM unnest($2::uuid[], $3::int[]) AS given(import_id, row_number)) named
       JOIN import ON import.id = named.import_id AND import.project_id = $1
       JOIN failed_row ON failed_row.import_id = named.import_id AND failed_row.row_number = named.row_number`,
    [projectId, origins.map(({ importId }) => importId), origins.map(({ row }) => row)],
  );
}
