import { RECORD_OUTCOMES } from '../../../engine/model/outcome.ts';
import { Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';
import type { FailedRowStatus } from '../../../generated/prisma/enums.ts';
import { type Connection, connectionOf, numberAfter, type Page } from '../../paging.ts';
import type { RowOutcomeName, RowResultShape } from '../../shapes.ts';

/** Rows by outcome, as columns of the import: what totalCount needs no counting for. */
export type OutcomeTotals = Readonly<Record<RowOutcomeName, number>>;

export interface RowResultFilter {
  readonly outcome: RowOutcomeName | null;
  /** A code. */
  readonly warning: string | null;
}

/** As `rowOutcome`: the first of its own records' outcomes, in the order of precedence. The enum has another. */
const ROW_OUTCOME = Prisma.sql`(${[...RECORD_OUTCOMES]}::text[])[min(array_position(${[...RECORD_OUTCOMES]}::text[], outcome::text)) FILTER (WHERE NOT related)]`;

/**
 * Each row that has an outcome, in the order of the source: rows that touched records, from provenance, and rows that
 * are failed or discarded.
 */
export async function readRowResults(
  prisma: PrismaClient,
  importId: string,
  filter: RowResultFilter,
  totals: OutcomeTotals,
  page: Page,
): Promise<Connection<RowResultShape>> {
  const { outcome, warning } = filter;
  const after = numberAfter(page);
  // Each side gives no more than the page can take, in the order of its index: neither is read to its end and sorted.
  const most = page.skip + page.take + 1;
  const failedStatus = outcome === null ? null : FAILED_STATUS[outcome];
  const rows = await prisma.$queryRaw<RowResultShape[]>`
    SELECT row_number AS "rowNumber", outcome, record_ids AS "recordIds", warnings, kept
      FROM ((SELECT row_number, ${ROW_OUTCOME} AS outcome, array_agg(record_id ORDER BY seq) AS record_ids,
                    coalesce(max(warnings), '{}') AS warnings,
                    coalesce(json_agg(kept ORDER BY seq) FILTER (WHERE kept IS NOT NULL), '[]') AS kept
               FROM provenance
              WHERE import_id = ${importId}::uuid AND row_number > ${after}
                AND ${failedStatus ? Prisma.sql`false` : Prisma.sql`true`}
                AND ${warning === null ? Prisma.sql`true` : Prisma.sql`row_number IN (${warnedRows(importId, warning)})`}
              GROUP BY row_number
             HAVING ${outcome === null ? Prisma.sql`true` : Prisma.sql`${ROW_OUTCOME} = ${outcome}`}
              ORDER BY row_number LIMIT ${most})
             UNION ALL
            (SELECT row_number, CASE status WHEN 'OPEN' THEN 'FAILED' ELSE 'DISCARDED' END, '{}'::text[],
                    '{}'::text[], '[]'::json
               FROM failed_row
              WHERE import_id = ${importId}::uuid AND row_number > ${after}
                AND ${warning === null ? Prisma.sql`true` : Prisma.sql`false`}
                AND ${outcome === null ? Prisma.sql`status <> 'RESOLVED'` : Prisma.sql`status = ${failedStatus}::failed_row_status`}
              ORDER BY row_number LIMIT ${most})) result
     ORDER BY row_number
    OFFSET ${page.skip} LIMIT ${page.take + 1}`;
  return connectionOf(
    rows,
    page,
    (row) => row.rowNumber,
    async () => (warning === null ? totalOf(totals, outcome) : countWarned(prisma, importId, outcome, warning)),
  );
}

function warnedRows(importId: string, warning: string): Prisma.Sql {
  return Prisma.sql`SELECT row_number FROM provenance
                     WHERE import_id = ${importId}::uuid AND warnings IS NOT NULL AND ${warning} = ANY(warnings)`;
}

async function countWarned(
  prisma: PrismaClient,
  importId: string,
  outcome: RowOutcomeName | null,
  warning: string,
): Promise<number> {
  const [found] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
      FROM (SELECT ${ROW_OUTCOME} AS outcome FROM provenance
             WHERE import_id = ${importId}::uuid AND row_number IN (${warnedRows(importId, warning)})
             GROUP BY row_number) result
     WHERE ${outcome === null ? Prisma.sql`true` : Prisma.sql`outcome = ${outcome}`}`;
  return found?.count ?? 0;
}

/** Of rows that touched no record; null where a row did. */
const FAILED_STATUS: Readonly<Record<RowOutcomeName, FailedRowStatus | null>> = {
  CREATED: null,
  UPDATED: null,
  UNCHANGED: null,
  SKIPPED: null,
  FAILED: 'OPEN',
  DISCARDED: 'DISCARDED',
};

function totalOf(totals: OutcomeTotals, outcome: RowOutcomeName | null): number {
  if (outcome !== null) return totals[outcome];
  return Object.values(totals).reduce((sum, count) => sum + count, 0);
}
