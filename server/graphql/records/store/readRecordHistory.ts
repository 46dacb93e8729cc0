import type { Prisma, PrismaClient } from '../../../generated/prisma/client.ts';
import { type Connection, connectionOf, type Page } from '../../paging.ts';
import type { RecordTouchShape } from '../../shapes.ts';
import { entityTouches } from './entityTouches.ts';
import { listTouches } from './listTouches.ts';
import { rowTouches } from './rowTouches.ts';
import type { TouchedRecord, Touches, TouchRow } from './touches.ts';

type Kind = 'row' | 'entity' | 'list';
type Keyed = RecordTouchShape & Pick<TouchRow, 'key'>;

const TOUCHES: Readonly<Record<Kind, (prisma: PrismaClient, record: TouchedRecord) => Touches>> = {
  row: rowTouches,
  entity: entityTouches,
  list: listTouches,
};

/**
 * Whatever the project's imports did to a record of any kind, the newest first. Dry runs touched nothing. `importSelect`
 * is what of each import is read, in one statement for the whole page.
 */
export async function readRecordHistory(
  prisma: PrismaClient,
  record: TouchedRecord,
  importSelect: Prisma.ImportSelect,
  page: Page,
): Promise<Connection<RecordTouchShape>> {
  const touches = TOUCHES[await kindOf(prisma, record.recordId)](prisma, record);
  const rows = await touches.rows(page);
  const ids = [...new Set(rows.map(({ importId }) => importId))];
  const imports = await prisma.import.findMany({ select: { ...importSelect, id: true }, where: { id: { in: ids } } });
  const importOf = new Map(imports.map((found) => [found.id, found]));
  const told = rows.flatMap((row): Keyed[] => {
    const found = importOf.get(row.importId);
    // An import that was deleted between the two statements takes its history along.
    return found ? [{ ...row, import: found, undo: undoOf(row) }] : [];
  });
  return connectionOf(
    told,
    page,
    ({ key }) => key,
    () => touches.count(),
  );
}

/** By where the id is known: also of a record that is no longer there. */
async function kindOf(prisma: PrismaClient, recordId: string): Promise<Kind> {
  const [row] = await prisma.$queryRaw<{ kind: Kind }[]>`
    SELECT CASE WHEN EXISTS (SELECT FROM provenance WHERE record_id = ${recordId}::uuid) THEN 'row'
                WHEN EXISTS (SELECT FROM contact_list WHERE id = ${recordId}::uuid) THEN 'list'
                ELSE 'entity' END AS kind`;
  return row?.kind ?? 'row';
}

/** Nothing before the undo has come to the record. */
function undoOf({ undoResult, undoReason }: TouchRow): RecordTouchShape['undo'] {
  return undoResult === null ? null : { result: undoResult, reason: undoReason };
}
