import { requireRole } from '../../auth/requireRole.ts';
import type { Builder } from '../builder.ts';
import { topLevel } from '../topLevel.ts';
import { viewerOf } from '../viewerOf.ts';

export function addProjectImports(builder: Builder): void {
  builder.subscriptionField('projectImports', (t) =>
    t.field({
      type: 'ImportProgress',
      description:
        'Every import of the project that is not final, then any that changes, throttled and kept alive like importProgress; it does not end.',
      args: { projectId: t.arg.id({ required: true, description: "The project's id." }) },
      subscribe: async (_root, { projectId }, context) => {
        const viewer = viewerOf(context);
        await topLevel(async () => requireRole(viewer, projectId, 'VIEWER'));
        return context.accessWatch.guard(viewer, projectId, context.hub.watchProject(projectId));
      },
      resolve: (progress) => progress,
    }),
  );
}
