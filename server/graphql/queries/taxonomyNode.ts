import type { Builder } from '../builder.ts';
import { isUuid } from '../isUuid.ts';
import type { addTaxonomyNode } from '../types/taxonomyNode.ts';
import { viewerOf } from '../viewerOf.ts';

export function addTaxonomyNodeQuery(builder: Builder, { node }: ReturnType<typeof addTaxonomyNode>): void {
  builder.queryField('taxonomyNode', (t) =>
    t.field({
      type: node,
      nullable: true,
      description: 'One page; null when there is none with this id, or the viewer may not see it.',
      args: { id: t.arg.id({ required: true, description: "The page's id." }) },
      resolve: async (_root, { id }, context) => {
        const viewer = viewerOf(context);
        const found = isUuid(id) ? await context.records.taxonomyNode.findUnique({ where: { id } }) : null;
        return found && viewer.roleIn(found.projectId) !== null ? found : null;
      },
    }),
  );
}
