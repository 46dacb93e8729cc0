import { Prisma, type PrismaClient } from '../../../../generated/prisma/client.ts';
import { unknownCursor } from '../../../../graphql/paging.ts';
import {
  countRows,
  type HistoryRecord,
  type HistoryRow,
  type HistorySource,
} from '../../../../graphql/records/store/historySource.ts';
import type { FieldChangeShape } from '../../../../graphql/shapes.ts';
import { isUuid } from '../../../../sdk/isUuid.ts';

/**
 * Of a contact list: an entry for each import that was told to put its contacts on it, or did, with how many of those
 * that are on it now it put there. An undo takes them off; the list stays.
 */
function listHistory(prisma: PrismaClient, { projectId, recordId }: HistoryRecord): HistorySource {
  const from = Prisma.sql`FROM import
     WHERE project_id = ${projectId} AND NOT dry_run
       AND (options->>'listName' = (SELECT name FROM contact_list WHERE id = ${recordId}::uuid)
            OR id IN (SELECT import_id FROM contact_list_member WHERE list_id = ${recordId}::uuid))`;
  return {
    rows(page) {
      if (page.after !== null && !isUuid(page.after)) throw unknownCursor();
      const beyond = page.after === null ? Prisma.sql`true` : Prisma.sql`id < ${page.after}::uuid`;
      return prisma.$queryRaw<HistoryRow[]>`
        SELECT entry.id::text AS key, entry.id AS "importId", null AS "rowNumber",
               CASE WHEN list.import_id = entry.id THEN 'CREATED'
                    WHEN put.count > 0 OR entry.status = 'UNDONE' THEN 'UPDATED'
                    ELSE 'UNCHANGED' END AS outcome,
               CASE WHEN put.count > 0 THEN json_build_object('contacts', json_build_array(null, put.count)) END
                 AS changes,
               CASE WHEN entry.status = 'UNDONE' THEN CASE WHEN put.count > 0 THEN 'KEPT' ELSE 'REVERSED' END END
                 AS "undoResult",
               null AS "undoReason"
          FROM (SELECT id, status ${from} AND ${beyond}
                 ORDER BY id DESC OFFSET ${page.skip} LIMIT ${page.take + 1}) entry
          JOIN contact_list list ON list.id = ${recordId}::uuid
         CROSS JOIN LATERAL (SELECT count(*)::int FROM contact_list_member member
                              WHERE member.list_id = list.id AND member.import_id = entry.id) put
         ORDER BY entry.id DESC`;
    },
    count: () => countRows(prisma, from),
  };
}

export async function listHistoryOf(prisma: PrismaClient, record: HistoryRecord): Promise<HistorySource | null> {
  if (!isUuid(record.recordId)) return null;
  const found = await prisma.contactList.findUnique({ where: { id: record.recordId }, select: { id: true } });
  return found && listHistory(prisma, record);
}

/** The contact lists that each of the imports put a contact on, by name. */
export async function linkedLists(
  prisma: PrismaClient,
  contactId: string,
  importIds: readonly string[],
): Promise<ReadonlyMap<string, FieldChangeShape>> {
  if (!isUuid(contactId)) return new Map();
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
