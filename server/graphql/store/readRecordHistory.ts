import { Prisma, type PrismaClient } from '../../generated/prisma/client.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../paging.ts';
import type { RecordTouchShape } from '../types/shapes.ts';

interface TouchRow extends Omit<RecordTouchShape, 'import'> {
  readonly seq: string;
  readonly importId: string;
}

/**
 * Every row of the project's imports that touched a record, the newest first. Dry runs touched nothing. `importSelect`
 * is what of each import is read, in one statement for the whole page.
 */
export async function readRecordHistory(
  prisma: PrismaClient,
  { projectId, recordId }: { readonly projectId: string; readonly recordId: string },
  importSelect: Prisma.ImportSelect,
  page: Page,
): Promise<Connection<RecordTouchShape>> {
  if (page.after !== null && !/^\d{1,18}$/.test(page.after)) throw unknownCursor();
  const touches = Prisma.sql`FROM provenance JOIN import ON import.id = provenance.import_id
     WHERE record_id = ${recordId}::uuid AND project_id = ${projectId} AND NOT dry_run`;
  const rows = await prisma.$queryRaw<TouchRow[]>`
    SELECT seq::text AS seq, import_id AS "importId", row_number AS "rowNumber", outcome::text AS outcome, changes
    ${touches} AND ${page.after === null ? Prisma.sql`true` : Prisma.sql`seq < ${page.after}::bigint`}
     ORDER BY provenance.seq DESC
    OFFSET ${page.skip} LIMIT ${page.take + 1}`;
  const ids = [...new Set(rows.map(({ importId }) => importId))];
  const imports = await prisma.import.findMany({ select: { ...importSelect, id: true }, where: { id: { in: ids } } });
  const importOf = new Map(imports.map((found) => [found.id, found]));
  return connectionOf(
    // An import that was deleted between the two statements takes its history along.
    rows.flatMap((row) => {
      const found = importOf.get(row.importId);
      return found ? [{ ...row, import: found }] : [];
    }),
    page,
    (touch) => touch.seq,
    () => countTouches(prisma, touches),
  );
}

async function countTouches(prisma: PrismaClient, touches: Prisma.Sql): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${touches}`;
  return row?.count ?? 0;
}
