import type { Builder } from '../builder.ts';
import { startingAction } from '../importAction.ts';
import { present } from '../present.ts';
import type { addResults } from '../types/results.ts';

export function addResumeImport(builder: Builder, results: ReturnType<typeof addResults>): void {
  builder.mutationField('resumeImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Goes on where it stopped: after a pause, a cancel, a failure or a crash. Rows already done are not touched again.',
      args: {
        id: t.arg.id({ required: true, description: "The import's id." }),
        maxErrorRate: t.arg.float({ description: 'Another limit to the share of rows that may fail, 0 to 1.' }),
      },
      resolve: (_root, { id, ...change }, context) =>
        startingAction(context, id, (actor, importId) => context.engine.resumeImport(actor, importId, present(change))),
    }),
  );
}
