import { z } from 'zod';
import type { Event, Prisma, PrismaClient } from '../../../../generated/prisma/client.ts';
import { behind, type Connection, connectionOf, type Page, requireCursor } from '../../../../graphql/paging.ts';
import { isUuid } from '../../../../sdk/isUuid.ts';
import type { EntityShape } from '../entity.ts';
import type { EventShape } from '../event.ts';

export interface EventFilter {
  readonly search?: string | null | undefined;
  readonly startsAfter?: Date | null | undefined;
  readonly startsBefore?: Date | null | undefined;
  readonly venueId?: string | null | undefined;
  readonly organizerId?: string | null | undefined;
  readonly categoryId?: string | null | undefined;
  readonly removed?: boolean | null | undefined;
  /** Missing from the source of this import. */
  readonly missingFrom?: string | null | undefined;
}

export interface EventOrder {
  readonly field: 'START' | 'TITLE';
  readonly direction: 'ASC' | 'DESC';
}

/** A project's events, with their venues, organizers and categories: one statement a table, however many events. */
export async function readEvents(
  prisma: PrismaClient,
  projectId: string,
  filter: EventFilter,
  order: EventOrder,
  page: Page,
): Promise<Connection<EventShape>> {
  const cursor = await requireCursor(page, projectId, (args) => prisma.event.findFirst(args));
  const where = await whereOf(prisma, projectId, filter);
  const direction = order.direction === 'ASC' ? 'asc' : 'desc';
  const rows = await prisma.event.findMany({
    where,
    orderBy: [order.field === 'START' ? { startAt: direction } : { title: direction }, { id: direction }],
    ...behind(cursor, page),
    take: page.take + 1,
  });
  return connectionOf(
    await withEntities(prisma, rows),
    page,
    ({ id }) => id,
    () => prisma.event.count({ where }),
  );
}

/** One event; null when there is none with this id. */
export async function readEvent(
  prisma: PrismaClient,
  id: string,
): Promise<(EventShape & { readonly projectId: string }) | null> {
  const row = isUuid(id) ? await prisma.event.findUnique({ where: { id } }) : null;
  if (!row) return null;
  const [event] = await withEntities(prisma, [row]);
  return event ? { ...event, projectId: row.projectId } : null;
}

async function whereOf(prisma: PrismaClient, projectId: string, filter: EventFilter): Promise<Prisma.EventWhereInput> {
  const { search, startsAfter, startsBefore, venueId, organizerId, categoryId, removed, missingFrom } = filter;
  const contains = { contains: (search ?? '').replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
  const missing = missingFrom ? await missingIn(prisma, projectId, missingFrom) : [];
  return {
    projectId,
    ...(search ? { OR: [{ title: contains }, { url: contains }] } : {}),
    ...(typeof removed === 'boolean' ? { removed } : {}),
    ...(startsAfter || startsBefore
      ? { startAt: { ...(startsAfter ? { gte: startsAfter } : {}), ...(startsBefore ? { lt: startsBefore } : {}) } }
      : {}),
    AND: [
      // An id that is none is the id of nothing.
      venueId ? (isUuid(venueId) ? { venueId } : { id: { in: [] } }) : {},
      organizerId ? { organizerIds: { array_contains: [organizerId.toLowerCase()] } } : {},
      categoryId ? { categoryIds: { array_contains: [categoryId.toLowerCase()] } } : {},
      missingFrom ? { id: { in: missing } } : {},
    ],
  };
}

async function missingIn(prisma: PrismaClient, projectId: string, importId: string): Promise<string[]> {
  if (!isUuid(importId)) return [];
  const rows = await prisma.missingEvent.findMany({
    where: { importId, import: { projectId } },
    select: { eventId: true },
  });
  return rows.map(({ eventId }) => eventId);
}

const ids = z.array(z.string()).catch([]);

async function withEntities(prisma: PrismaClient, rows: readonly Event[]): Promise<EventShape[]> {
  const idsOf = (column: 'organizerIds' | 'categoryIds') => [...new Set(rows.flatMap((row) => ids.parse(row[column])))];
  const venueIds = [...new Set(rows.flatMap(({ venueId }) => venueId ?? []))];
  const [venues, organizers, categories] = await Promise.all([
    byId(prisma.venue.findMany({ where: { id: { in: venueIds } } })),
    byId(prisma.organizer.findMany({ where: { id: { in: idsOf('organizerIds') } } })),
    byId(prisma.eventCategory.findMany({ where: { id: { in: idsOf('categoryIds') } } })),
  ]);
  return rows.map((row) => ({
    ...row,
    tags: ids.parse(row.tags),
    venue: venues.get(row.venueId ?? '') ?? null,
    organizers: ids.parse(row.organizerIds).flatMap((id) => organizers.get(id) ?? []),
    categories: ids.parse(row.categoryIds).flatMap((id) => categories.get(id) ?? []),
  }));
}

async function byId(found: PromiseLike<readonly EntityShape[]>): Promise<ReadonlyMap<string, EntityShape>> {
  return new Map((await found).map((entity) => [entity.id, entity]));
}
