import type { PrismaClient } from '../../../generated/prisma/client.ts';
import type { UndoResult } from '../../../generated/prisma/enums.ts';
import { isUuid } from '../../../sdk/isUuid.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../../paging.ts';
import type { UndoEntryShape } from '../../shapes.ts';

/** The records with which an undo ended so, in the order of their ids. */
export async function readUndoEntries(
  prisma: PrismaClient,
  importId: string,
  result: UndoResult,
  page: Page,
): Promise<Connection<UndoEntryShape>> {
  if (page.after !== null && !isUuid(page.after)) throw unknownCursor();
  const rows = await prisma.undoEntry.findMany({
    where: { importId, result, ...(page.after === null ? {} : { recordId: { gt: page.after } }) },
    select: { recordId: true, reason: true },
    orderBy: { recordId: 'asc' },
    skip: page.skip,
    take: page.take + 1,
  });
  return connectionOf(
    rows,
    page,
    (row) => row.recordId,
    () => prisma.undoEntry.count({ where: { importId, result } }),
  );
}
