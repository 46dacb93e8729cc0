import { Prisma, type PrismaClient } from '../../generated/prisma/client.ts';
import type { FailedRowStatus } from '../../generated/prisma/enums.ts';
import { type Connection, connectionOf, numberAfter, type Page } from '../paging.ts';
import type { RowOutcomeName, RowResultShape } from '../types/shapes.ts';

/** Rows by outcome, as columns of the import: what totalCount needs no counting for. */
export type OutcomeTotals = Readonly<Record<RowOutcomeName, number>>;

/**
 * Each row that has an outcome, in the order of the source: rows that touched records, from provenance, and rows that
 * are failed or discarded. A row's outcome is the first that any of its records has, which is the enum's own order.
 */
export async function readRowResults(
  prisma: PrismaClient,
  importId: string,
  outcome: RowOutcomeName | null,
  totals: OutcomeTotals,
  page: Page,
): Promise<Connection<RowResultShape>> {
  const after = numberAfter(page);
  // Each side gives no more than the page can take, in the order of its index: neither is read to its end and sorted.
  const most = page.skip + page.take + 1;
  const failedStatus = outcome === null ? null : FAILED_STATUS[outcome];
  const rows = await prisma.$queryRaw<RowResultShape[]>`
    SELECT row_number AS "rowNumber", outcome, record_ids AS "recordIds"
      FROM ((SELECT row_number, min(outcome)::text AS outcome, array_agg(record_id::text ORDER BY seq) AS record_ids
               FROM provenance
              WHERE import_id = ${importId}::uuid AND row_number > ${after}
                AND ${failedStatus ? Prisma.sql`false` : Prisma.sql`true`}
              GROUP BY row_number
             HAVING ${outcome === null ? Prisma.sql`true` : Prisma.sql`min(outcome)::text = ${outcome}`}
              ORDER BY row_number LIMIT ${most})
             UNION ALL
            (SELECT row_number, CASE status WHEN 'OPEN' THEN 'FAILED' ELSE 'DISCARDED' END, '{}'::text[]
               FROM failed_row
              WHERE import_id = ${importId}::uuid AND row_number > ${after}
                AND ${outcome === null ? Prisma.sql`status <> 'RESOLVED'` : Prisma.sql`status = ${failedStatus}::failed_row_status`}
              ORDER BY row_number LIMIT ${most})) result
     ORDER BY row_number
    OFFSET ${page.skip} LIMIT ${page.take + 1}`;
  return connectionOf(
    rows,
    page,
    (row) => row.rowNumber,
    async () => totalOf(totals, outcome),
  );
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
