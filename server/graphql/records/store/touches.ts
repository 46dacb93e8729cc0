import type { Prisma, PrismaClient, UndoResult } from '../../../generated/prisma/client.ts';
import type { Page } from '../../paging.ts';
import type { RecordTouchShape } from '../../shapes.ts';

/** What touched a record, before the imports themselves are read. */
export interface TouchRow extends Omit<RecordTouchShape, 'import' | 'undo' | 'links'> {
  /** Its cursor. */
  readonly key: string;
  readonly importId: string;
  /** The first touch of its import, which also shows what the import linked the record to. */
  readonly isFirst?: boolean;
  readonly undoResult: UndoResult | null;
  /** A stored Message. */
  readonly undoReason: unknown;
}

export interface TouchedRecord {
  readonly projectId: string;
  readonly recordId: string;
}

export interface Touches {
  /** With one more than the page takes, the newest first. */
  rows(page: Page): Promise<readonly TouchRow[]>;
  count(): Promise<number>;
}

export async function countRows(prisma: PrismaClient, from: Prisma.Sql): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${from}`;
  return row?.count ?? 0;
}
