import type { Engine } from '../../../engine/engine.ts';
import { Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';
import { type Connection, connectionOf, type Page } from '../../paging.ts';
import type { EntityRuleShape } from '../entityRule.ts';

/** What is remembered of a kind, by key. */
export async function readEntityRules(
  prisma: PrismaClient,
  engine: Pick<Engine, 'namedEntities'>,
  projectId: string,
  kind: string,
  search: string,
  page: Page,
): Promise<Connection<EntityRuleShape>> {
  const contains = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const from = Prisma.sql`FROM entity_rule decision
     WHERE project_id = ${projectId} AND kind = ${kind} AND decision.name ILIKE ${contains}`;
  const rows = await prisma.$queryRaw<Omit<EntityRuleShape, 'entityName'>[]>`
    SELECT kind, key, decision.name, source, entity_id AS "entityId", decided_by AS "decidedBy",
           created_at AS "createdAt"
    ${from} AND (${page.after}::text IS NULL OR key > ${page.after})
     ORDER BY key OFFSET ${page.skip} LIMIT ${page.take + 1}`;
  const ids = [...new Set(rows.flatMap(({ entityId }) => entityId ?? []))];
  const named = ids.length === 0 ? [] : await engine.namedEntities(projectId, kind, ids);
  const names = new Map(named.map(({ entityId, name }) => [entityId, name]));
  return connectionOf(
    rows.map((row) => ({ ...row, entityName: names.get(row.entityId ?? '') ?? null })),
    page,
    ({ key }) => key,
    async () => (await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${from}`)[0]?.count ?? 0,
  );
}
