import { Prisma, type PrismaClient } from '../../../../generated/prisma/client.ts';
import { type Connection, connectionOf, type Page } from '../../../../graphql/paging.ts';
import type { EntityKind } from '../../entityReference.ts';
import type { EntityRuleShape } from '../entity.ts';

/** What is remembered of a kind, by key. */
export async function readEntityRules(
  prisma: PrismaClient,
  projectId: string,
  kind: EntityKind,
  search: string,
  page: Page,
): Promise<Connection<EntityRuleShape>> {
  const contains = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const from = Prisma.sql`FROM entity_rule decision
     WHERE project_id = ${projectId} AND kind = ${kind} AND decision.name ILIKE ${contains}`;
  const rows = await prisma.$queryRaw<EntityRuleShape[]>`
    SELECT kind, key, decision.name, source, entity_id AS "entityId", decided_by AS "decidedBy",
           created_at AS "createdAt",
           coalesce((SELECT name FROM venue WHERE id = entity_id), (SELECT name FROM organizer WHERE id = entity_id),
                    (SELECT name FROM event_category WHERE id = entity_id)) AS "entityName"
    ${from} AND (${page.after}::text IS NULL OR key > ${page.after})
     ORDER BY key OFFSET ${page.skip} LIMIT ${page.take + 1}`;
  return connectionOf(
    rows,
    page,
    ({ key }) => key,
    async () => (await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${from}`)[0]?.count ?? 0,
  );
}
