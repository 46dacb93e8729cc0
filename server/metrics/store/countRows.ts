import type { Db } from '../../sdk/records.ts';

/** Rows of all imports that are still kept, by their count's name. */
export function countRows(db: Db): Promise<{ readonly outcome: string; readonly rows: number }[]> {
  return db.query(
    `SELECT outcome, coalesce(sum(rows), 0)::float8 AS rows
       FROM import, LATERAL (VALUES ('created', created), ('updated', updated), ('unchanged', unchanged),
                                    ('skipped', skipped), ('failed', failed), ('discarded', discarded),
                                    ('pending', rows_read - created - updated - unchanged - skipped - failed - discarded))
                            AS counted (outcome, rows)
      GROUP BY outcome`,
  );
}
