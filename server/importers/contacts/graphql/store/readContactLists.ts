import type { Prisma, PrismaClient } from '../../../../generated/prisma/client.ts';
import { behind, type Connection, connectionOf, type Page, requireCursor } from '../../../../graphql/paging.ts';

export interface ContactListShape {
  readonly id: string;
  readonly name: string;
  readonly importId: string | null;
  readonly createdAt: Date;
}

const LIST = { id: true, name: true, importId: true, createdAt: true } as const;

/** A project's contact lists, by name. */
export async function readContactLists(
  prisma: PrismaClient,
  projectId: string,
  search: string | null,
  page: Page,
): Promise<Connection<ContactListShape>> {
  const cursor = await requireCursor(page, projectId, (args) => prisma.contactList.findFirst(args));
  const where: Prisma.ContactListWhereInput = {
    projectId,
    ...(search ? { name: { contains: search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } } : {}),
  };
  const rows = await prisma.contactList.findMany({
    where,
    select: LIST,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    ...behind(cursor, page),
    take: page.take + 1,
  });
  return connectionOf(
    rows,
    page,
    (row) => row.id,
    () => prisma.contactList.count({ where }),
  );
}

/** How many contacts are on each of the lists. */
export async function countListMembers(
  prisma: PrismaClient,
  listIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const groups = await prisma.contactListMember.groupBy({
    by: ['listId'],
    where: { listId: { in: [...listIds] } },
    _count: { _all: true },
  });
  return new Map(groups.map(({ listId, _count }) => [listId, _count._all]));
}

/** The lists that each of the contacts is on, by name. */
export async function readListsOf(
  prisma: PrismaClient,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ContactListShape[]>> {
  const members = await prisma.contactListMember.findMany({
    where: { contactId: { in: [...contactIds] } },
    select: { contactId: true, list: { select: LIST } },
    orderBy: { list: { name: 'asc' } },
  });
  return Map.groupBy(members, ({ contactId }) => contactId)
    .entries()
    .reduce(
      (lists, [id, found]) =>
        lists.set(
          id,
          found.map(({ list }) => list),
        ),
      new Map<string, ContactListShape[]>(),
    );
}
