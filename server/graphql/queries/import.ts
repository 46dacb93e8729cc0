import type { Builder } from '../builder.ts';
import { isUuid } from '../isUuid.ts';
import { viewerOf } from '../viewerOf.ts';

export function addImportQuery(builder: Builder): void {
  builder.queryField('import', (t) =>
    t.prismaField({
      type: 'Import',
      nullable: true,
      description: 'One import; null when there is none with this id, or the viewer may not see it.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      resolve: (query, _root, { id }, context) => {
        const projectIds = viewerOf(context).projects.map(({ project }) => project.id);
        if (!isUuid(id)) return null;
        return context.prisma.import.findFirst({ ...query, where: { id, projectId: { in: projectIds } } });
      },
    }),
  );
}
