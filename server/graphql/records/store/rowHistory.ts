import { Prisma, type PrismaClient } from '../../../generated/prisma/client.ts';
import { unknownCursor } from '../../paging.ts';
import { countRows, type HistoryRecord, type HistoryRow, type HistorySource } from './historySource.ts';

/** Of a record that rows are about, by its provenance: an entry for each row. */
export function rowHistory(prisma: PrismaClient, { projectId, recordId, recordType }: HistoryRecord): HistorySource {
  const ofType = recordType === null ? Prisma.sql`true` : Prisma.sql`provenance.record_type = ${recordType}`;
  const from = Prisma.sql`FROM provenance JOIN import ON import.id = provenance.import_id`;
  const where = Prisma.sql`WHERE provenance.record_id = ${recordId} AND ${ofType} AND project_id = ${projectId} AND NOT dry_run`;
  return {
    rows(page) {
      if (page.after !== null && !/^\d{1,18}$/.test(page.after)) throw unknownCursor();
      return prisma.$queryRaw<HistoryRow[]>`
        SELECT seq::text AS key, provenance.import_id AS "importId", row_number AS "rowNumber",
               outcome::text AS outcome, changes, undone.result::text AS "undoResult", undone.reason AS "undoReason",
               NOT EXISTS (SELECT FROM provenance earlier
                            WHERE earlier.record_id = provenance.record_id
                              AND earlier.record_type = provenance.record_type AND earlier.seq < provenance.seq
                              AND earlier.import_id = provenance.import_id) AS "isFirst"
        ${from}
          LEFT JOIN undo_entry undone
                 ON undone.import_id = provenance.import_id AND undone.record_type = provenance.record_type
                AND undone.record_id = provenance.record_id
        ${where} AND ${page.after === null ? Prisma.sql`true` : Prisma.sql`seq < ${page.after}::bigint`}
         ORDER BY provenance.seq DESC
        OFFSET ${page.skip} LIMIT ${page.take + 1}`;
    },
    count: () => countRows(prisma, Prisma.sql`${from} ${where}`),
  };
}
