import type { PrismaClient } from '../../../generated/prisma/client.ts';

/** What the imports that were asked for on a day did. */
export interface DayStatisticsShape {
  /** yyyy-mm-dd in the time zone that was asked for. */
  readonly day: string;
  readonly imports: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
  readonly discarded: number;
}

/** The last `days` days with today, each with what its imports did, from the import table alone; dry runs did nothing. */
export async function readStatistics(
  prisma: PrismaClient,
  projectId: string,
  days: number,
  timeZone: string,
): Promise<DayStatisticsShape[]> {
  return prisma.$queryRaw<DayStatisticsShape[]>`
    WITH today AS (SELECT date_trunc('day', now() AT TIME ZONE ${timeZone}) AS at),
         day AS (SELECT generate_series(at - make_interval(days => ${days}::int - 1), at, '1 day') AS at FROM today)
    SELECT to_char(day.at, 'YYYY-MM-DD') AS day, count(import.id)::int AS imports,
           coalesce(sum(created), 0)::float AS created, coalesce(sum(updated), 0)::float AS updated,
           coalesce(sum(unchanged), 0)::float AS unchanged, coalesce(sum(skipped), 0)::float AS skipped,
           coalesce(sum(failed), 0)::float AS failed, coalesce(sum(discarded), 0)::float AS discarded
      FROM day
      LEFT JOIN import
        ON project_id = ${projectId} AND NOT dry_run
       AND created_at >= (SELECT min(at) FROM day) AT TIME ZONE ${timeZone}
       AND date_trunc('day', created_at AT TIME ZONE ${timeZone}) = day.at
     GROUP BY day.at
     ORDER BY day.at`;
}
