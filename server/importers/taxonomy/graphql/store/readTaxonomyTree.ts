import { Prisma, type PrismaClient } from '../../../../generated/prisma/client.ts';
import { numberAfter, type Page } from '../../../../graphql/paging.ts';
import type { TaxonomyNodeShape } from './readTaxonomyNodes.ts';

const COLUMNS = Prisma.sql`node.id::text, node.url, node.title, node.derived_title AS "derivedTitle", node.description,
  node.slug, node.site, node.parent_id::text AS "parentId", node.depth, node.position, node.metadata,
  node.import_id::text AS "importId", node.imported_at AS "importedAt", node.updated_at AS "updatedAt"`;

/** The same page of the children of each of these nodes, in their order, with one more than the page takes. */
export async function readTaxonomyChildren(
  prisma: PrismaClient,
  parentIds: readonly string[],
  page: Page,
): Promise<Map<string, TaxonomyNodeShape[]>> {
  const rows = await prisma.$queryRaw<(TaxonomyNodeShape & { readonly parentId: string })[]>`
    SELECT ${COLUMNS}
      FROM unnest(${parentIds}::uuid[]) AS parent(id)
     CROSS JOIN LATERAL (
           SELECT * FROM taxonomy_node
            WHERE parent_id = parent.id AND position > ${numberAfter(page)}
            ORDER BY position, id OFFSET ${page.skip} LIMIT ${page.take + 1}) node
     ORDER BY node.parent_id, node.position, node.id`;
  return Map.groupBy(rows, (row) => row.parentId);
}

/** How many children each of these nodes has; those without any are left out. */
export async function countTaxonomyChildren(
  prisma: PrismaClient,
  parentIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await prisma.$queryRaw<{ parentId: string; count: number }[]>`
    SELECT parent_id::text AS "parentId", count(*)::integer AS count
      FROM taxonomy_node WHERE parent_id = ANY(${parentIds}::uuid[]) GROUP BY parent_id`;
  return new Map(rows.map((row) => [row.parentId, row.count]));
}

/** These nodes and all that are above any of them, each once, by id. */
export async function readTaxonomyAbove(
  prisma: PrismaClient,
  ids: readonly string[],
): Promise<Map<string, TaxonomyNodeShape>> {
  const rows = await prisma.$queryRaw<TaxonomyNodeShape[]>`
    WITH RECURSIVE above AS (
      SELECT id FROM unnest(${ids}::uuid[]) AS given(id)
       UNION
      SELECT node.parent_id FROM above JOIN taxonomy_node node ON node.id = above.id WHERE node.parent_id IS NOT NULL
    )
    SELECT ${COLUMNS} FROM above JOIN taxonomy_node node ON node.id = above.id`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many siblings stand before each of these nodes: of a root, the roots of the project. In the order of their lists. */
export async function countSiblingsBefore(
  prisma: PrismaClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await prisma.$queryRaw<{ id: string; count: number }[]>`
    SELECT node.id::text AS id, before.count
      FROM taxonomy_node node CROSS JOIN LATERAL (
           SELECT count(*)::integer FROM taxonomy_node other
            WHERE other.parent_id = node.parent_id AND (other.position, other.id) < (node.position, node.id)) before
     WHERE node.id = ANY(${ids}::uuid[]) AND node.parent_id IS NOT NULL
     UNION ALL
    SELECT node.id::text, before.count
      FROM taxonomy_node node CROSS JOIN LATERAL (
           SELECT count(*)::integer FROM taxonomy_node other
            WHERE other.project_id = node.project_id AND other.parent_id IS NULL
              AND (other.site, other.position, other.id) < (node.site, node.position, node.id)) before
     WHERE node.id = ANY(${ids}::uuid[]) AND node.parent_id IS NULL`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}
