import type { Prisma, PrismaClient } from '../../../generated/prisma/client.ts';
import type { FailedRowStatus } from '../../../generated/prisma/enums.ts';
import { type Connection, connectionOf, numberAfter, type Page } from '../../paging.ts';
import type { FailedRowShape } from '../../shapes.ts';

export interface FailedRowFilter {
  readonly status?: FailedRowStatus | null | undefined;
  readonly code?: string | null | undefined;
  readonly field?: string | null | undefined;
}

/** An import's failed rows in the order of the source. With code and field: rows with an error of both at once. */
export async function readFailedRows(
  prisma: PrismaClient,
  importId: string,
  filter: FailedRowFilter,
  page: Page,
): Promise<Connection<FailedRowShape>> {
  const tag = tagOf(filter);
  const where: Prisma.FailedRowWhereInput = {
    importId,
    ...(filter.status ? { status: filter.status } : {}),
    ...(tag ? { tags: { has: tag } } : {}),
  };
  const rows = await prisma.failedRow.findMany({
    where: { ...where, rowNumber: { gt: numberAfter(page) } },
    orderBy: { rowNumber: 'asc' },
    skip: page.skip,
    take: page.take + 1,
  });
  return connectionOf(
    rows,
    page,
    (row) => row.rowNumber,
    () => prisma.failedRow.count({ where }),
  );
}

/** As the engine's saveFailedRows writes them. */
function tagOf({ code, field }: FailedRowFilter): string | null {
  if (code && field) return `code=${code} field=${field}`;
  if (code) return `code=${code}`;
  return field ? `field=${field}` : null;
}
