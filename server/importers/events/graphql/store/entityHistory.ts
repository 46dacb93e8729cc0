import { Prisma, type PrismaClient } from '../../../../generated/prisma/client.ts';
import { unknownCursor } from '../../../../graphql/paging.ts';
import {
  countRows,
  type HistoryRecord,
  type HistoryRow,
  type HistorySource,
} from '../../../../graphql/records/store/historySource.ts';
import { message } from '../../../../messages/catalogue.ts';
import { messageJson } from '../../../../messages/stored.ts';
import { isUuid } from '../../../../sdk/isUuid.ts';

/**
 * Of a venue, an organizer or a category: an entry for each import whose events refer to it. The one that made it is the
 * only one that changes anything of it, so that what it gave is what the entity still says; an undo removes it or keeps
 * it whole.
 */
function entityHistory(prisma: PrismaClient, { projectId, recordId }: HistoryRecord): HistorySource {
  const from = Prisma.sql`FROM import
     WHERE project_id = ${projectId} AND NOT dry_run
       AND id IN (SELECT import_id FROM entity_reference WHERE entity_id = ${recordId}::uuid)`;
  return {
    rows(page) {
      if (page.after !== null && !isUuid(page.after)) throw unknownCursor();
      const beyond = page.after === null ? Prisma.sql`true` : Prisma.sql`id < ${page.after}::uuid`;
      return prisma.$queryRaw<HistoryRow[]>`
        SELECT entry.id::text AS key, entry.id AS "importId", null AS "rowNumber",
               CASE WHEN made THEN 'CREATED' ELSE 'UNCHANGED' END AS outcome,
               CASE WHEN made AND entity.id IS NOT NULL
                    THEN (SELECT json_object_agg(name, json_build_array(null, value))
                            FROM (SELECT 'name' AS name, to_jsonb(entity.name) AS value
                                  UNION ALL SELECT * FROM jsonb_each(entity.details)) field)
                END AS changes,
               CASE WHEN made AND entry.status = 'UNDONE'
                    THEN CASE WHEN entity.id IS NULL THEN 'REVERSED' ELSE 'KEPT' END END AS "undoResult",
               CASE WHEN made AND entry.status = 'UNDONE' AND entity.id IS NOT NULL
                    THEN ${messageJson(message('RECORD_IN_USE'))}::jsonb END AS "undoReason"
          FROM (SELECT id, status ${from} AND ${beyond}
                 ORDER BY id DESC OFFSET ${page.skip} LIMIT ${page.take + 1}) entry
          LEFT JOIN (SELECT id, import_id, name, details FROM venue
                     UNION ALL SELECT id, import_id, name, details FROM organizer
                     UNION ALL SELECT id, import_id, name, details FROM event_category) entity
                 ON entity.id = ${recordId}::uuid
         CROSS JOIN LATERAL (SELECT CASE WHEN entity.id IS NOT NULL THEN entity.import_id IS NOT DISTINCT FROM entry.id
                ELSE EXISTS (SELECT FROM entity_reference reference WHERE reference.entity_id = ${recordId}::uuid
                                AND reference.import_id = entry.id AND reference.outcome = 'CREATED') END AS made) how
         ORDER BY entry.id DESC`;
    },
    count: () => countRows(prisma, from),
  };
}

export async function entityHistoryOf(prisma: PrismaClient, record: HistoryRecord): Promise<HistorySource | null> {
  if (!isUuid(record.recordId)) return null;
  const found = await prisma.entityReference.findFirst({
    where: { entityId: record.recordId },
    select: { importId: true },
  });
  return found && entityHistory(prisma, record);
}
