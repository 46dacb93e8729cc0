import type { Db } from '../../sdk/records.ts';
import type { PlacedFault } from '../prepare.ts';

export interface LockedRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly errors: readonly PlacedFault[];
}

/** Those of the rows that are still open, by number, held until the transaction ends. */
export async function lockOpenRows(
  tx: Db,
  importId: string,
  rowNumbers: readonly number[],
): Promise<Map<number, LockedRow>> {
  const rows = await tx.query<LockedRow>(
    `SELECT id, row_number AS "rowNumber", errors FROM failed_row
      WHERE import_id = $1 AND row_number = ANY($2::int[]) AND status = 'OPEN' ORDER BY row_number FOR UPDATE`,
    [importId, rowNumbers],
  );
  return new Map(rows.map((row) => [row.rowNumber, row]));
}
