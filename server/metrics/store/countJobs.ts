import type { Db } from '../../sdk/records.ts';

/** Jobs of each queue that wait or are worked on; those that are to start later are `deferred`. */
export function countJobs(
  db: Db,
): Promise<{ readonly queue: string; readonly state: string; readonly jobs: number }[]> {
  return db.query(
    `SELECT name AS queue, CASE WHEN state < 'active' AND start_after > now() THEN 'deferred' ELSE state::text END AS state,
            count(*)::int AS jobs
       FROM pgboss.job WHERE state < 'completed' GROUP BY 1, 2`,
  );
}
