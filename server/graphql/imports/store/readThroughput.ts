import type { PrismaClient } from '../../../generated/prisma/client.ts';

/** Rows committed in a stretch of time. */
export interface ThroughputShape {
  /** When the stretch began. */
  readonly at: Date;
  readonly seconds: number;
  readonly rows: number;
}

/**
 * How the rows of each of these imports were committed over time, in at most `points` stretches of the same length
 * from the start of its work to its last commit. Retried rows are left out: they may come days later.
 */
export async function readThroughput(
  prisma: PrismaClient,
  importIds: readonly string[],
  points: number,
): Promise<ReadonlyMap<string, ThroughputShape[]>> {
  const rows = await prisma.$queryRaw<(ThroughputShape & { readonly importId: string })[]>`
    WITH done AS (SELECT import_id, committed_at, row_count FROM import_chunk
                   WHERE import_id = ANY(${importIds}::uuid[]) AND from_source AND committed_at IS NOT NULL),
         span AS (SELECT import_id, least(min(started_at), min(committed_at)) AS began,
                         greatest(extract(epoch FROM max(committed_at) - least(min(started_at), min(committed_at))), 0.001)
                           / least(${points}::int, count(*)) AS seconds,
                         least(${points}::int, count(*))::int AS stretches
                    FROM done JOIN import ON import.id = done.import_id GROUP BY import_id),
         sums AS (SELECT import_id,
                         least(floor(extract(epoch FROM committed_at - began) / seconds)::int, stretches - 1) AS stretch,
                         sum(row_count) AS rows
                    FROM done JOIN span USING (import_id) GROUP BY 1, 2)
    SELECT import_id AS "importId", began + make_interval(secs => (stretch * seconds)::float) AS at,
           seconds::float AS seconds, coalesce(rows, 0)::float AS rows
      FROM span CROSS JOIN LATERAL generate_series(0, stretches - 1) AS stretch
      LEFT JOIN sums USING (import_id, stretch)
     ORDER BY import_id, stretch`;
  return Map.groupBy(rows, ({ importId }) => importId);
}
