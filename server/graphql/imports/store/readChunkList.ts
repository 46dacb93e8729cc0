import type { PrismaClient } from '../../../generated/prisma/client.ts';
import { type Connection, connectionOf, numberAfter, type Page } from '../../paging.ts';
import type { ImportChunkShape } from '../../shapes.ts';

/** An import's chunks in the order in which they are applied; without their rows, which are large. */
export async function readChunkList(
  prisma: PrismaClient,
  importId: string,
  page: Page,
): Promise<Connection<ImportChunkShape>> {
  const rows = await prisma.importChunk.findMany({
    where: { importId, index: { gt: page.after === null ? -1 : numberAfter(page) } },
    select: { index: true, status: true, firstRow: true, lastRow: true, attempts: true },
    orderBy: { index: 'asc' },
    skip: page.skip,
    take: page.take + 1,
  });
  return connectionOf(
    rows,
    page,
    (row) => row.index,
    () => prisma.importChunk.count({ where: { importId } }),
  );
}
