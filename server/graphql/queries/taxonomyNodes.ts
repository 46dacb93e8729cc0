import type { Builder } from '../builder.ts';
import type { addTaxonomyFilter } from '../inputs/taxonomyFilter.ts';
import { connectionOf, pageOf } from '../paging.ts';
import { readTaxonomyNodes } from '../store/readTaxonomyNodes.ts';
import { PAGE_ARGS } from '../types/connection.ts';
import type { addTaxonomyNode } from '../types/taxonomyNode.ts';
import { viewerOf } from '../viewerOf.ts';

export function addTaxonomyNodesQuery(
  builder: Builder,
  { connection }: ReturnType<typeof addTaxonomyNode>,
  filter: ReturnType<typeof addTaxonomyFilter>,
): void {
  builder.queryField('taxonomyNodes', (t) =>
    t.field({
      type: connection,
      description:
        "A project's pages: siblings in their order when the filter asks for roots or for a parent's children, else by URL. None for a project that the viewer may not see.",
      args: {
        projectId: t.arg.id({ required: true, description: 'Of which project.' }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: filter, description: 'Which of them; all when absent.' }),
      },
      resolve: async (_root, { projectId, filter: wanted, ...args }, context) => {
        const page = pageOf(args);
        if (viewerOf(context).roleIn(projectId) !== null)
          return readTaxonomyNodes(context.records, projectId, wanted ?? {}, page);
        return connectionOf(
          [],
          page,
          () => '',
          async () => 0,
        );
      },
    }),
  );
}
