import type { UndoCounts } from '../../../engine/model/requests.ts';
import type { PrismaClient } from '../../../generated/prisma/client.ts';

/** How many records the undo of each of these imports has reversed, kept and errored so far. */
export async function countUndoResults(
  prisma: PrismaClient,
  importIds: readonly string[],
): Promise<ReadonlyMap<string, UndoCounts>> {
  const groups = await prisma.undoEntry.groupBy({
    by: ['importId', 'result'],
    where: { importId: { in: [...importIds] }, result: { not: null } },
    _count: { _all: true },
  });
  const counts = new Map(groups.map(({ importId, result, _count }) => [`${importId} ${result}`, _count._all]));
  const of = (importId: string, result: string) => counts.get(`${importId} ${result}`) ?? 0;
  return new Map(
    importIds.map((id) => [id, { reversed: of(id, 'REVERSED'), kept: of(id, 'KEPT'), errored: of(id, 'ERRORED') }]),
  );
}
