import type { Import, Prisma, PrismaClient } from '../../../generated/prisma/client.ts';

/** The imports with these ids that still exist, with what `select` says, in one statement. */
export async function readImports(
  prisma: PrismaClient,
  select: Prisma.ImportSelect,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Import, 'id'>>> {
  const imports = await prisma.import.findMany({
    select: { ...select, id: true },
    where: { id: { in: [...new Set(ids)] } },
  });
  return new Map(imports.map((found) => [found.id, found]));
}
