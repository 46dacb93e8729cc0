import type { Db } from '../../sdk/records.ts';
import type { PlacedFault } from '../prepare.ts';
import { tagsOf } from './saveFailedRows.ts';

/** A failed row after it was tried again: resolved where it has no faults any more. */
export interface RetriedRow {
  readonly id: string;
  /** The whole row as it was tried, as JSON text. */
  readonly tried: string;
  readonly faults: readonly PlacedFault[];
}

/** Keeps what became of retried rows, with the columns in which they differed from what came. */
export async function settleRetriedRows(tx: Db, rows: readonly RetriedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE failed_row
        SET status = CASE WHEN retried.faults = '[]' THEN 'RESOLVED' ELSE 'OPEN' END::failed_row_status,
            errors = CASE WHEN retried.faults = '[]' THEN failed_row.errors ELSE retried.faults::json END,
            tags = CASE WHEN retried.faults = '[]' THEN failed_row.tags ELSE string_to_array(retried.new_tags, E'\\n') END,
            corrected = (SELECT json_object_agg(tried.key, tried.value) FROM json_each(retried.tried::json) tried
                          WHERE tried.value::text IS DISTINCT FROM (failed_row."values" -> tried.key)::text),
            attempts = attempts + 1, updated_at = now()
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS retried(id, tried, faults, new_tags)
      WHERE failed_row.id = retried.id`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.tried),
      rows.map((row) => JSON.stringify(row.faults)),
      rows.map((row) => tagsOf(row.faults).join('\n')),
    ],
  );
}
