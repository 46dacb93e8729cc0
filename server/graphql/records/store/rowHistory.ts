import { Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';
import { type Page, unknownCursor } from '../../paging.ts';
import type { HistoryRecord, HistoryRow, HistorySource } from './historySource.ts';

/** Whose history it is: of a record whose id another kind has too, the kind says which. */
export interface HistoryOwner {
  readonly projectId: string;
  /** RecordStore.type; null: of whatever type. */
  readonly recordType: string | null;
}

export type HistoryRowOfRecord = HistoryRow & { readonly recordId: string };

/** Of a record that rows are about, by its provenance: an entry for each row. */
export function rowHistory(prisma: PrismaClient, { recordId, projectId, recordType }: HistoryRecord): HistorySource {
  const owner = { projectId, recordType };
  return {
    rows: async (page) => [...(await readRowHistories(prisma, owner, [recordId], page)).values()].flat(),
    count: async () => [...(await countRowHistories(prisma, owner, [recordId])).values()][0] ?? 0,
  };
}

/** A page of the history of each of the records, with one more than it takes, in one statement. */
export async function readRowHistories(
  prisma: PrismaClient,
  owner: HistoryOwner,
  recordIds: readonly string[],
  page: Page,
): Promise<ReadonlyMap<string, HistoryRowOfRecord[]>> {
  if (page.after !== null && !/^\d{1,18}$/.test(page.after)) throw unknownCursor();
  const rows = await prisma.$queryRaw<HistoryRowOfRecord[]>`
    SELECT wanted.id AS "recordId", entry.*
      FROM unnest(${recordIds}::text[]) AS wanted(id)
     CROSS JOIN LATERAL (
       SELECT seq::text AS key, provenance.import_id AS "importId", row_number AS "rowNumber",
              outcome::text AS outcome, changes, undone.result::text AS "undoResult", undone.reason AS "undoReason",
              NOT EXISTS (SELECT FROM provenance earlier
                           WHERE earlier.record_id = provenance.record_id
                             AND earlier.record_type = provenance.record_type AND earlier.seq < provenance.seq
                             AND earlier.import_id = provenance.import_id) AS "isFirst"
         FROM provenance JOIN import ON import.id = provenance.import_id
         LEFT JOIN undo_entry undone
                ON undone.import_id = provenance.import_id AND undone.record_id = provenance.record_id
               AND undone.record_type = provenance.record_type
        WHERE ${touching(owner)} AND ${page.after === null ? Prisma.sql`true` : Prisma.sql`seq < ${page.after}::bigint`}
        ORDER BY provenance.seq DESC
       OFFSET ${page.skip} LIMIT ${page.take + 1}) entry`;
  return Map.groupBy(rows, ({ recordId }) => recordId);
}

/** How many entries the history of each of the records has; none where it has none. */
export async function countRowHistories(
  prisma: PrismaClient,
  owner: HistoryOwner,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await prisma.$queryRaw<{ id: string; count: number }[]>`
    SELECT wanted.id AS id, count(*)::int AS count
      FROM unnest(${recordIds}::text[]) AS wanted(id)
      JOIN provenance ON true JOIN import ON import.id = provenance.import_id
     WHERE ${touching(owner)}
     GROUP BY wanted.id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function touching({ projectId, recordType }: HistoryOwner): Prisma.Sql {
  const ofType = recordType === null ? Prisma.empty : Prisma.sql`AND provenance.record_type = ${recordType}`;
  return Prisma.sql`provenance.record_id = wanted.id AND import.project_id = ${projectId} AND NOT import.dry_run ${ofType}`;
}
