import type { Builder } from '../builder.ts';
import { requireImportScope } from '../requireImport.ts';
import { topLevel } from '../topLevel.ts';
import { viewerOf } from '../viewerOf.ts';

export function addImportProgress(builder: Builder): void {
  builder.subscriptionField('importProgress', (t) =>
    t.field({
      type: 'ImportProgress',
      description:
        'The import as it is now, then at every change (at most ten a second), and unchanged at least every 15 s as a heartbeat. Ends when the status is COMPLETED, COMPLETED_WITH_ERRORS, FAILED, CANCELLED or UNDONE; on such an import it gives one snapshot and ends. A retry, resume or undo is watched by subscribing again.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      subscribe: async (_root, { id }, context) => {
        const scope = await topLevel(() => requireImportScope(context, id, 'VIEWER'));
        return context.accessWatch.guard(viewerOf(context), scope.projectId, context.hub.watchImport(scope.id));
      },
      resolve: (progress) => progress,
    }),
  );
}
