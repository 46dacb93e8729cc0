import { z } from 'zod';
import type { PrismaClient } from '../../../generated/prisma/client.ts';
import type { UndoResult } from '../../../generated/prisma/enums.ts';
import { isStorableText } from '../../../sdk/storable.ts';
import { type Connection, connectionOf, type Page, unknownCursor } from '../../paging.ts';
import type { UndoEntryShape } from '../../shapes.ts';

type EntryRow = UndoEntryShape & { readonly recordType: string };

/** The records with which an undo ended so, in the order of their types and ids. */
export async function readUndoEntries(
  prisma: PrismaClient,
  importId: string,
  result: UndoResult,
  page: Page,
): Promise<Connection<UndoEntryShape>> {
  const [type, id] = positionAfter(page);
  const rows = await prisma.$queryRaw<EntryRow[]>`
    SELECT record_type AS "recordType", record_id AS "recordId", reason FROM undo_entry
     WHERE import_id = ${importId}::uuid AND result = ${result}::undo_result
       AND (record_type, record_id) > (${type}, ${id})
     ORDER BY record_type, record_id
    OFFSET ${page.skip} LIMIT ${page.take + 1}`;
  return connectionOf(
    rows,
    page,
    (row) => JSON.stringify([row.recordType, row.recordId]),
    () => prisma.undoEntry.count({ where: { importId, result } }),
  );
}

const Position = z.tuple([z.string().refine(isStorableText), z.string().refine(isStorableText)]);

function positionAfter({ after }: Page): readonly [type: string, id: string] {
  if (after === null) return ['', ''];
  try {
    return Position.parse(JSON.parse(after));
  } catch {
    throw unknownCursor();
  }
}
