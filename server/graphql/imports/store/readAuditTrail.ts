import type { PrismaClient } from '../../../generated/prisma/client.ts';
import { isUuid } from '../../../sdk/isUuid.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../../paging.ts';
import type { AuditEntryShape } from '../../shapes.ts';

/** What was done to an import, oldest first: ids are UUIDv7 and grow with time. */
export async function readAuditTrail(
  prisma: PrismaClient,
  importId: string,
  page: Page,
): Promise<Connection<AuditEntryShape>> {
  if (page.after !== null && !isUuid(page.after)) throw unknownCursor();
  const rows = await prisma.auditEntry.findMany({
    where: { importId, ...(page.after === null ? {} : { id: { gt: page.after } }) },
    select: { id: true, importId: true, at: true, actor: true, action: true, detail: true },
    orderBy: { id: 'asc' },
    skip: page.skip,
    take: page.take + 1,
  });
  return connectionOf(
    rows,
    page,
    (row) => row.id,
    () => prisma.auditEntry.count({ where: { importId } }),
  );
}
