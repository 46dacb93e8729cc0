import type { Prisma, PrismaClient } from '../../../../generated/prisma/client.ts';
import { behind, type Connection, connectionOf, type Page, requireCursor } from '../../../../graphql/paging.ts';
import { isUuid } from '../../../../sdk/isUuid.ts';
import type { EntityKind } from '../../entityReference.ts';
import type { EntityShape } from '../entity.ts';

export interface EntityFilter {
  readonly search?: string | null | undefined;
  readonly needsReview?: boolean | null | undefined;
}

/** A project's entities of a kind, by name. */
export async function readEntities(
  prisma: PrismaClient,
  kind: EntityKind,
  projectId: string,
  { search, needsReview }: EntityFilter,
  page: Page,
): Promise<Connection<EntityShape>> {
  const cursor = await requireCursor(page, projectId, (args) => findFirst(prisma, kind, args));
  const contains = { contains: (search ?? '').replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
  const where = {
    projectId,
    ...(search ? { name: contains } : {}),
    ...(typeof needsReview === 'boolean' ? { needsReview } : {}),
  };
  const orderBy: Prisma.VenueOrderByWithRelationInput[] = [{ name: 'asc' }, { id: 'asc' }];
  const args = { where, orderBy, ...behind(cursor, page), take: page.take + 1 };
  const rows = await findMany(prisma, kind, args);
  return connectionOf(
    rows,
    page,
    ({ id }) => id,
    () => countMany(prisma, kind, where),
  );
}

/** One entity of a kind; null when there is none with this id. */
export async function readEntity(
  prisma: PrismaClient,
  kind: EntityKind,
  id: string,
): Promise<(EntityShape & { readonly projectId: string }) | null> {
  if (!isUuid(id)) return null;
  const where = { where: { id } };
  if (kind === 'VENUE') return prisma.venue.findUnique(where);
  return kind === 'ORGANIZER' ? prisma.organizer.findUnique(where) : prisma.eventCategory.findUnique(where);
}

type Args = {
  readonly where: { readonly projectId: string };
  readonly orderBy: { name?: 'asc'; id?: 'asc' }[];
  readonly skip: number;
  readonly take: number;
};

/** The three tables have the same columns, which their types do not know of each other. */
function findMany(prisma: PrismaClient, kind: EntityKind, args: object): Promise<EntityShape[]> {
  const same = args as Args;
  if (kind === 'VENUE') return prisma.venue.findMany(same);
  return kind === 'ORGANIZER' ? prisma.organizer.findMany(same) : prisma.eventCategory.findMany(same);
}

function findFirst(
  prisma: PrismaClient,
  kind: EntityKind,
  args: { where: { id: string; projectId: string }; select: { id: true } },
): PromiseLike<object | null> {
  if (kind === 'VENUE') return prisma.venue.findFirst(args);
  return kind === 'ORGANIZER' ? prisma.organizer.findFirst(args) : prisma.eventCategory.findFirst(args);
}

function countMany(prisma: PrismaClient, kind: EntityKind, where: { readonly projectId: string }): Promise<number> {
  if (kind === 'VENUE') return prisma.venue.count({ where });
  return kind === 'ORGANIZER' ? prisma.organizer.count({ where }) : prisma.eventCategory.count({ where });
}
