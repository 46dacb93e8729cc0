import type { Prisma, PrismaClient } from '../../generated/prisma/client.ts';
import type { Context } from '../context.ts';
import { createLoader, perOperation } from '../loader.ts';
import { type Connection, connectionOf, type Page } from '../paging.ts';
import type { RecordHistoryEntryShape } from '../shapes.ts';
import { withImports } from './store/readRecordHistory.ts';
import { type RecordImports, readRecordImports } from './store/readRecordImports.ts';
import { countRowHistories, type HistoryOwner, readRowHistories } from './store/rowHistory.ts';

type Owner = HistoryOwner & { readonly recordType: string };

/** What touched records, read for all records of an operation's list at once. `select` is what of an import is read. */
export interface RecordLoaders {
  importsOf(owner: Owner, recordId: string, select: Prisma.ImportSelect): Promise<RecordImports | undefined>;
  history(
    owner: Owner,
    recordId: string,
    select: Prisma.ImportSelect,
    page: Page,
  ): Promise<Connection<RecordHistoryEntryShape>>;
}

export const recordLoaders = perOperation(({ records }: Context) => createRecordLoaders(records));

/** The imports are read in the loaders, so that all records of a list have theirs in one turn and ask on together. */
function createRecordLoaders(prisma: PrismaClient): RecordLoaders {
  const imports = loadersBy(([owner, select]: [Owner, Prisma.ImportSelect]) =>
    createLoader((ids: readonly string[]) => readRecordImports(prisma, owner, ids, select)),
  );
  const histories = loadersBy(([owner, select, page]: [Owner, Prisma.ImportSelect, Page]) =>
    createLoader(async (ids: readonly string[]) => {
      const rows = [...(await readRowHistories(prisma, owner, ids, page)).values()].flat();
      return Map.groupBy(await withImports(prisma, rows, select), ({ recordId }) => recordId);
    }),
  );
  const counts = loadersBy(([owner]: [Owner]) =>
    createLoader((ids: readonly string[]) => countRowHistories(prisma, owner, ids)),
  );
  return {
    importsOf: (owner, recordId, select) => imports(owner, select)(recordId),
    async history(owner, recordId, select, page) {
      const entries = (await histories(owner, select, page)(recordId)) ?? [];
      return connectionOf(
        entries.map((entry) => ({ ...entry, links: [] })),
        page,
        ({ key }) => key,
        async () => (await counts(owner)(recordId)) ?? 0,
      );
    },
  };
}

/** A loader for each combination of arguments that the fields of an operation have. */
function loadersBy<Args extends readonly unknown[], Loader>(create: (args: Args) => Loader): (...args: Args) => Loader {
  const made = new Map<string, Loader>();
  return (...args) => {
    const key = JSON.stringify(args);
    const loader = made.get(key) ?? create(args);
    made.set(key, loader);
    return loader;
  };
}
