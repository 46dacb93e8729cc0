import type { PrismaClient } from '../../../generated/prisma/client.ts';
import type { AnyImporter } from '../../../sdk/importer.ts';
import type { ListedTable } from '../../../sdk/listing/recordList.ts';
import type { Db } from '../../../sdk/records.ts';

/** The table of an importer's records as it is now; null where they are not the rows of one. */
export async function openTable(prisma: PrismaClient, { store }: AnyImporter): Promise<ListedTable | null> {
  const opened: AnyImporter['store'] = store.open ? await store.open(asDb(prisma)) : store;
  return opened.listed?.table ?? null;
}

/** What a store reads the catalogue with. */
function asDb(prisma: PrismaClient): Db {
  return { query: (text, values = []) => prisma.$queryRawUnsafe(text, ...values) };
}
