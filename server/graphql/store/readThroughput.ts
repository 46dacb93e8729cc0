import type { PrismaClient } from '../../generated/prisma/client.ts';

/** Rows committed in a stretch of time. */
export interface ThroughputShape {
  /** When the stretch began. */
  readonly at: Date;
  readonly seconds: number;
  readonly rows: number;
}

/**
 * How an import's rows were committed over time, in at most `points` stretches of the same length from the start of
 * its work to its last commit. Retried rows are left out: they may come days later.
 */
export async function readThroughput(
  prisma: PrismaClient,
  importId: string,
  points: number,
): Promise<ThroughputShape[]> {
  return prisma.$queryRaw<ThroughputShape[]>`
    WITH done AS (SELECT committed_at, row_count FROM import_chunk
                   WHERE import_id = ${importId}::uuid AND from_source AND committed_at IS NOT NULL),
         span AS (SELECT least(min(started_at), min(committed_at)) AS began,
                         greatest(extract(epoch FROM max(committed_at) - least(min(started_at), min(committed_at))), 0.001)
                           / least(${points}::int, count(*)) AS seconds,
                         least(${points}::int, count(*))::int AS stretches
                    FROM done, import WHERE import.id = ${importId}::uuid
                  HAVING count(*) > 0),
         sums AS (SELECT least(floor(extract(epoch FROM committed_at - began) / seconds)::int, stretches - 1) AS stretch,
                         sum(row_count) AS rows
                    FROM done, span GROUP BY 1)
    SELECT began + make_interval(secs => (stretch * seconds)::float) AS at, seconds::float AS seconds,
           coalesce(rows, 0)::float AS rows
      FROM span, generate_series(0, stretches - 1) AS stretch LEFT JOIN sums USING (stretch)
     ORDER BY stretch`;
}
