import type { Prisma, PrismaClient, UndoResult } from '../../../generated/prisma/client.ts';
import type { Page } from '../../paging.ts';
import type { RecordHistoryEntryShape } from '../../shapes.ts';

/** What touched a record, before the imports themselves are read. */
export interface HistoryRow extends Omit<RecordHistoryEntryShape, 'import' | 'undo' | 'links'> {
  /** Its cursor. */
  readonly key: string;
  readonly importId: string;
  /** The first entry of its import, which also shows what the import linked the record to. */
  readonly isFirst?: boolean;
  readonly undoResult: UndoResult | null;
  /** A stored Message. */
  readonly undoReason: unknown;
}

export interface HistoryRecord {
  readonly projectId: string;
  readonly recordId: string;
  /** Null: of whatever type. Ids that are not UUIDs can be alike in two types. */
  readonly recordType: string | null;
}

export interface HistorySource {
  /** With one more than the page takes, the newest first. */
  rows(page: Page): Promise<readonly HistoryRow[]>;
  count(): Promise<number>;
}

export async function countRows(prisma: PrismaClient, from: Prisma.Sql): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${from}`;
  return row?.count ?? 0;
}
