import { Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';
import { isUuid } from '../../isUuid.ts';
import { unknownCursor } from '../../paging.ts';
import { countRows, type TouchedRecord, type Touches, type TouchRow } from './touches.ts';

/**
 * Of a contact list: a touch for each import that was told to put its contacts on it, or did, with how many of those
 * that are on it now it put there. An undo takes them off; the list stays.
 */
export function listTouches(prisma: PrismaClient, { projectId, recordId }: TouchedRecord): Touches {
  const from = Prisma.sql`FROM import
     WHERE project_id = ${projectId} AND NOT dry_run
       AND (options->>'listName' = (SELECT name FROM contact_list WHERE id = ${recordId}::uuid)
            OR id IN (SELECT import_id FROM contact_list_member WHERE list_id = ${recordId}::uuid))`;
  return {
    rows(page) {
      if (page.after !== null && !isUuid(page.after)) throw unknownCursor();
      const beyond = page.after === null ? Prisma.sql`true` : Prisma.sql`id < ${page.after}::uuid`;
      return prisma.$queryRaw<TouchRow[]>`
        SELECT touch.id::text AS key, touch.id AS "importId", null AS "rowNumber", null AS lists,
               CASE WHEN list.import_id = touch.id THEN 'CREATED'
                    WHEN put.count > 0 OR touch.status = 'UNDONE' THEN 'UPDATED'
                    ELSE 'UNCHANGED' END AS outcome,
               CASE WHEN put.count > 0 THEN json_build_object('contacts', json_build_array(null, put.count)) END
                 AS changes,
               CASE WHEN touch.status = 'UNDONE' THEN CASE WHEN put.count > 0 THEN 'KEPT' ELSE 'REVERSED' END END
                 AS "undoResult",
               null AS "undoReason"
          FROM (SELECT id, status ${from} AND ${beyond}
                 ORDER BY id DESC OFFSET ${page.skip} LIMIT ${page.take + 1}) touch
          JOIN contact_list list ON list.id = ${recordId}::uuid
         CROSS JOIN LATERAL (SELECT count(*)::int FROM contact_list_member member
                              WHERE member.list_id = list.id AND member.import_id = touch.id) put
         ORDER BY touch.id DESC`;
    },
    count: () => countRows(prisma, from),
  };
}
