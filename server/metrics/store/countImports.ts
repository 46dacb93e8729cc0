import type { Db } from '../../sdk/records.ts';

/** How many imports of all projects stand in each status. */
export function countImports(db: Db): Promise<{ readonly status: string; readonly count: number }[]> {
  return db.query('SELECT status::text, count(*)::int AS count FROM import GROUP BY status');
}
