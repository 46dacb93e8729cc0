import type { PrismaClient } from '../../../generated/prisma/client.ts';
import type { Context } from '../../../graphql/context.ts';
import { createLoader, perOperation } from '../../../graphql/loader.ts';
import { type Connection, connectionOf, type Page } from '../../../graphql/paging.ts';
import type { TaxonomyNodeShape } from './store/readTaxonomyNodes.ts';
import {
  countSiblingsBefore,
  countTaxonomyChildren,
  readTaxonomyAbove,
  readTaxonomyChildren,
} from './store/readTaxonomyTree.ts';

/** What is around a node, read for all nodes of an operation's list at once. */
export interface TaxonomyLoaders {
  children(parentId: string, page: Page): Promise<Connection<TaxonomyNodeShape>>;
  /** From the root down to the parent. */
  ancestors(node: TaxonomyNodeShape): Promise<readonly TaxonomyNodeShape[]>;
  siblingsBefore(id: string): Promise<number | undefined>;
}

export const taxonomyLoaders = perOperation(({ records }: Context) => createTaxonomyLoaders(records));

function createTaxonomyLoaders(prisma: PrismaClient): TaxonomyLoaders {
  const pages = new Map<string, ReturnType<typeof childrenLoader>>();
  const count = createLoader((ids: readonly string[]) => countTaxonomyChildren(prisma, ids));
  const lineage = createLoader(async (ids: readonly string[]) => {
    const nodes = await readTaxonomyAbove(prisma, ids);
    return new Map(ids.map((id) => [id, lineageOf(id, nodes)]));
  });
  return {
    async children(parentId, page) {
      const key = JSON.stringify(page);
      const loader = pages.get(key) ?? childrenLoader(prisma, page);
      pages.set(key, loader);
      const rows = (await loader(parentId)) ?? [];
      return connectionOf(
        rows,
        page,
        (row) => row.position,
        async () => (await count(parentId)) ?? 0,
      );
    },
    ancestors: async ({ parentId }) => (parentId === null ? [] : ((await lineage(parentId)) ?? [])),
    siblingsBefore: createLoader((ids: readonly string[]) => countSiblingsBefore(prisma, ids)),
  };
}

function childrenLoader(prisma: PrismaClient, page: Page) {
  return createLoader((ids: readonly string[]) => readTaxonomyChildren(prisma, ids, page));
}

/** The node and all above it, from the root down. */
function lineageOf(id: string, nodes: ReadonlyMap<string, TaxonomyNodeShape>): TaxonomyNodeShape[] {
  const lineage: TaxonomyNodeShape[] = [];
  for (let node = nodes.get(id); node !== undefined; node = nodes.get(node.parentId ?? '')) lineage.push(node);
  return lineage.reverse();
}
