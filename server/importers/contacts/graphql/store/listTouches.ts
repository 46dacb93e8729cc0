import { Prisma, type PrismaClient } from '../../../../generated/prisma/client.ts';
import { isUuid } from '../../../../graphql/isUuid.ts';
import { unknownCursor } from '../../../../graphql/paging.ts';
import {
  countRows,
  type TouchedRecord,
  type Touches,
  type TouchRow,
} from '../../../../graphql/records/store/touches.ts';
import type { FieldChangeShape } from '../../../../graphql/shapes.ts';

/**
 * Of a contact list: a touch for each import that was told to put its contacts on it, or did, with how many of those
 * that are on it now it put there. An undo takes them off; the list stays.
 */
function listTouches(prisma: PrismaClient, { projectId, recordId }: TouchedRecord): Touches {
  const from = Prisma.sql`FROM import
     WHERE project_id = ${projectId} AND NOT dry_run
       AND (options->>'listName' = (SELECT name FROM contact_list WHERE id = ${recordId}::uuid)
            OR id IN (SELECT import_id FROM contact_list_member WHERE list_id = ${recordId}::uuid))`;
  return {
    rows(page) {
      if (page.after !== null && !isUuid(page.after)) throw unknownCursor();
      const beyond = page.after === null ? Prisma.sql`true` : Prisma.sql`id < ${page.after}::uuid`;
      return prisma.$queryRaw<TouchRow[]>`
        SELECT touch.id::text AS key, touch.id AS "importId", null AS "rowNumber",
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

export async function listTouchesOf(prisma: PrismaClient, record: TouchedRecord): Promise<Touches | null> {
  const found = await prisma.contactList.findUnique({ where: { id: record.recordId }, select: { id: true } });
  return found && listTouches(prisma, record);
}

/** The contact lists that each of the imports put a contact on, by name. */
export async function linkedLists(
  prisma: PrismaClient,
  contactId: string,
  importIds: readonly string[],
): Promise<ReadonlyMap<string, FieldChangeShape>> {
  const members = await prisma.contactListMember.findMany({
    where: { contactId, importId: { in: [...importIds] } },
    select: { importId: true, list: { select: { name: true } } },
    orderBy: { list: { name: 'asc' } },
  });
  return new Map(
    [...Map.groupBy(members, ({ importId }) => importId)].flatMap(([importId, found]) =>
      importId === null
        ? []
        : [[importId, { field: 'lists', before: null, after: found.map(({ list }) => list.name) }] as const],
    ),
  );
}
