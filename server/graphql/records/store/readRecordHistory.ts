import type { Prisma, PrismaClient } from '../../../generated/prisma/client.ts';
import type { FeatureHistory } from '../../feature.ts';
import { readImports } from '../../imports/store/readImports.ts';
import { type Connection, connectionOf, type Page } from '../../paging.ts';
import type { FieldChangeShape, RecordHistoryEntryShape } from '../../shapes.ts';
import type { HistoryRecord, HistoryRow, HistorySource } from './historySource.ts';
import { rowHistory } from './rowHistory.ts';

type Keyed = RecordHistoryEntryShape & Pick<HistoryRow, 'key'>;

/**
 * Whatever the project's imports did to a record of any kind, the newest first. Dry runs touched nothing. `importSelect`
 * is what of each import is read, in one statement for the whole page.
 */
export async function readRecordHistory(
  prisma: PrismaClient,
  histories: readonly FeatureHistory[],
  record: HistoryRecord,
  importSelect: Prisma.ImportSelect,
  page: Page,
): Promise<Connection<RecordHistoryEntryShape>> {
  const entries = await historyOf(prisma, histories, record);
  const rows = await entries.rows(page);
  const found = await withImports(prisma, rows, importSelect);
  const linksOf = await readLinks(prisma, histories, record.recordId, rows);
  const told = found.map((row): Keyed => ({ ...row, links: row.isFirst ? linksOf(row.importId) : [] }));
  return connectionOf(
    told,
    page,
    ({ key }) => key,
    () => entries.count(),
  );
}

/** The entries with their imports. An import that was deleted meanwhile takes its history along. */
export async function withImports<Row extends HistoryRow>(
  prisma: PrismaClient,
  rows: readonly Row[],
  importSelect: Prisma.ImportSelect,
) {
  const importOf = await readImports(
    prisma,
    importSelect,
    rows.map(({ importId }) => importId),
  );
  return rows.flatMap((row) => {
    const found = importOf.get(row.importId);
    return found ? [{ ...row, import: found, undo: undoOf(row) }] : [];
  });
}

/** By the tables that know the id, which also works for a deleted record. */
async function historyOf(
  prisma: PrismaClient,
  histories: readonly FeatureHistory[],
  record: HistoryRecord,
): Promise<HistorySource> {
  const ofRows = await prisma.provenance.findFirst({
    where: { recordId: record.recordId, ...(record.recordType === null ? {} : { recordType: record.recordType }) },
    select: { importId: true },
  });
  if (ofRows) return rowHistory(prisma, record);
  for (const history of histories) {
    const entries = await history.historyOf?.(prisma, record);
    if (entries) return entries;
  }
  return rowHistory(prisma, record);
}

async function readLinks(
  prisma: PrismaClient,
  histories: readonly FeatureHistory[],
  recordId: string,
  rows: readonly HistoryRow[],
): Promise<(importId: string) => FieldChangeShape[]> {
  const importIds = rows.filter(({ isFirst }) => isFirst).map(({ importId }) => importId);
  if (importIds.length === 0) return () => [];
  const links = await Promise.all(histories.map((history) => history.linksOf?.(prisma, recordId, importIds)));
  return (importId) => links.flatMap((found) => found?.get(importId) ?? []);
}

/** Nothing before the undo has come to the record. */
function undoOf({ undoResult, undoReason }: HistoryRow): RecordHistoryEntryShape['undo'] {
  return undoResult === null ? null : { result: undoResult, reason: undoReason };
}
