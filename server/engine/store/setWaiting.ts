import type { Db } from '../../sdk/records.ts';
import type { PlacedFault } from '../prepare.ts';

/**
 * Keeps which decisions of a person failed rows wait for, so that they are found once one is taken. Rows that wait for
 * none have null.
 */
export async function setWaiting(
  tx: Db,
  importId: string,
  rows: readonly { readonly rowNumber: number; readonly faults: readonly PlacedFault[] }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE failed_row SET waits_for = string_to_array(nullif(waiting.keys, ''), E'\\n')
       FROM unnest($2::int[], $3::text[]) AS waiting(row_number, keys)
      WHERE import_id = $1 AND failed_row.row_number = waiting.row_number`,
    [importId, rows.map(({ rowNumber }) => rowNumber), rows.map(({ faults }) => waitsFor(faults).join('\n'))],
  );
}

/** The decisions that a row with these faults waits for: none where it has a fault of another kind as well. */
export function waitsFor(faults: readonly PlacedFault[]): string[] {
  const keys = faults.flatMap((fault) => fault.waitsFor ?? []);
  return keys.length === faults.length ? [...new Set(keys)] : [];
}
