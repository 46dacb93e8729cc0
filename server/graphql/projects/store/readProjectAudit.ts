import type { PrismaClient } from '../../../generated/prisma/client.ts';
import { type Connection, connectionOf, type Page } from '../../paging.ts';
import type { AuditEntryShape } from '../../shapes.ts';
import { before, newestFirst } from './readPeople.ts';

/** What was done in a project, to its imports too, the newest first: ids are UUIDv7 and grow with time. */
export async function readProjectAudit(
  prisma: PrismaClient,
  projectId: string,
  page: Page,
): Promise<Connection<AuditEntryShape>> {
  const rows = await prisma.auditEntry.findMany({
    where: { projectId, ...before(page) },
    select: { id: true, importId: true, at: true, actor: true, action: true, detail: true },
    ...newestFirst(page),
  });
  return connectionOf(
    rows,
    page,
    (row) => row.id,
    () => prisma.auditEntry.count({ where: { projectId } }),
  );
}
