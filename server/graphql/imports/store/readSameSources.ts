import type { PrismaClient } from '../../../generated/prisma/client.ts';

/**
 * For each of the imports the id of the newest earlier one of the same bytes by the same importer, dry runs and what
 * was undone left out; those without one are left out.
 */
export async function readSameSources(
  prisma: PrismaClient,
  importIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await prisma.$queryRaw<{ id: string; sameId: string }[]>`
    SELECT import.id, same.id AS "sameId"
      FROM import
     CROSS JOIN LATERAL (
           SELECT id FROM import earlier
            WHERE earlier.project_id = import.project_id AND earlier.source_sha256 = import.source_sha256
              AND earlier.importer_name = import.importer_name AND earlier.id <> import.id
              AND earlier.created_at <= import.created_at AND NOT earlier.dry_run AND earlier.status <> 'UNDONE'
            ORDER BY created_at DESC, id LIMIT 1) same
     WHERE import.id = ANY(${importIds}::uuid[])`;
  return new Map(rows.map(({ id, sameId }) => [id, sameId]));
}
