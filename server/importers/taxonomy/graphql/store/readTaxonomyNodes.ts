import type { Prisma, PrismaClient } from '../../../../generated/prisma/client.ts';
import { behind, type Connection, connectionOf, type Page, requireCursor } from '../../../../graphql/paging.ts';
import { isUuid } from '../../../../sdk/isUuid.ts';

export interface TaxonomyNodeShape {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly derivedTitle: string;
  readonly description: string | null;
  readonly slug: string;
  readonly site: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly position: number;
  readonly metadata: unknown;
  readonly importId: string | null;
  readonly importedAt: Date | null;
  readonly updatedAt: Date;
}

export interface TaxonomyFilter {
  readonly parentId?: string | null | undefined;
  readonly rootsOnly?: boolean | null | undefined;
  readonly site?: string | null | undefined;
  readonly search?: string | null | undefined;
}

/** A project's nodes: siblings in their order where the filter asks for such, else by URL. */
export async function readTaxonomyNodes(
  prisma: PrismaClient,
  projectId: string,
  filter: TaxonomyFilter,
  page: Page,
): Promise<Connection<TaxonomyNodeShape>> {
  const where = whereOf(projectId, filter);
  const cursor = await requireCursor(page, projectId, (args) => prisma.taxonomyNode.findFirst(args));
  const rows = await prisma.taxonomyNode.findMany({
    where,
    orderBy: orderOf(filter),
    ...behind(cursor, page),
    take: page.take + 1,
  });
  return connectionOf(
    rows,
    page,
    (row) => row.id,
    () => prisma.taxonomyNode.count({ where }),
  );
}

/** As the indexes run; the children of a parent are all of its site. */
function orderOf({ parentId, rootsOnly }: TaxonomyFilter): Prisma.TaxonomyNodeOrderByWithRelationInput[] {
  if (parentId) return [{ position: 'asc' }, { id: 'asc' }];
  return rootsOnly === true ? [{ site: 'asc' }, { position: 'asc' }, { id: 'asc' }] : [{ url: 'asc' }];
}

function whereOf(projectId: string, filter: TaxonomyFilter): Prisma.TaxonomyNodeWhereInput {
  const { parentId, rootsOnly, site, search } = filter;
  return {
    projectId,
    ...(site ? { site } : {}),
    // An id that is none is the id of nothing, and has no children.
    AND: [
      parentId ? (isUuid(parentId) ? { parentId } : { id: { in: [] } }) : {},
      rootsOnly ? { parentId: null } : {},
      search ? { OR: searchIn(search) } : {},
    ],
  };
}

function searchIn(search: string): Prisma.TaxonomyNodeWhereInput[] {
  const contains = { contains: search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
  return [{ url: contains }, { title: contains }, { title: null, derivedTitle: contains }];
}
