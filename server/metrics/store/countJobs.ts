import type { Db } from '../../sdk/records.ts';

/** `schema` is that of pg-boss' tables. Jobs of each queue that wait or are worked on; those that are to start later are `deferred`. */
export function countJobs(
  db: Db,
  schema: string,
): Promise<{ readonly queue: string; readonly state: string; readonly jobs: number }[]> {
  return db.query(
    `SELECT name AS queue, CASE WHEN state < 'active' AND start_after > now() THEN 'deferred' ELSE state::text END AS state,
            count(*)::int AS jobs
       FROM "${schema}".job WHERE state < 'completed' GROUP BY 1, 2`,
  );
}
