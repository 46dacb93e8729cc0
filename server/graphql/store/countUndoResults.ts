import type { UndoCounts } from '../../engine/previewUndo.ts';
import type { PrismaClient } from '../../generated/prisma/client.ts';

/** How many records an undo has reversed, kept and errored so far. */
export async function countUndoResults(prisma: PrismaClient, importId: string): Promise<UndoCounts> {
  const groups = await prisma.undoEntry.groupBy({
    by: ['result'],
    where: { importId, result: { not: null } },
    _count: { _all: true },
  });
  const counts = new Map(groups.map(({ result, _count }) => [result, _count._all]));
  return { reversed: counts.get('REVERSED') ?? 0, kept: counts.get('KEPT') ?? 0, errored: counts.get('ERRORED') ?? 0 };
}
