import type { Delivery, PrismaClient } from '../../../generated/prisma/client.ts';
import { isUuid } from '../../../sdk/isUuid.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../../paging.ts';

export type DeliveryShape = Pick<
  Delivery,
  'id' | 'kind' | 'event' | 'target' | 'status' | 'attempts' | 'createdAt' | 'dueAt' | 'finishedAt'
>;

const SELECTED = {
  ...{ id: true, kind: true, event: true, target: true, status: true },
  ...{ attempts: true, createdAt: true, dueAt: true, finishedAt: true },
} as const;

/** The messages of an import, the newest first: ids grow with time. */
export async function readDeliveries(
  prisma: PrismaClient,
  importId: string,
  page: Page,
): Promise<Connection<DeliveryShape>> {
  if (page.after !== null && !isUuid(page.after)) throw unknownCursor();
  const rows = await prisma.delivery.findMany({
    where: { importId, ...(page.after === null ? {} : { id: { lt: page.after } }) },
    select: SELECTED,
    orderBy: { id: 'desc' },
    skip: page.skip,
    take: page.take + 1,
  });
  return connectionOf(
    rows,
    page,
    (row) => row.id,
    () => prisma.delivery.count({ where: { importId } }),
  );
}
