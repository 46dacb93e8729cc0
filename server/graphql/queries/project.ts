import type { Builder } from '../builder.ts';
import { viewerOf } from '../viewerOf.ts';

export function addProjectQuery(builder: Builder): void {
  builder.queryField('project', (t) =>
    t.field({
      type: 'Project',
      nullable: true,
      description: 'One project; null when there is none with this id, or the viewer may not see it.',
      args: { id: t.arg.id({ required: true, description: "The project's id." }) },
      resolve: (_root, { id }, context) =>
        viewerOf(context).projects.find(({ project }) => project.id === id)?.project ?? null,
    }),
  );
}
