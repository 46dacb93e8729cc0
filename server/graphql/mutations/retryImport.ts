import type { Builder } from '../builder.ts';
import { startingAction } from '../importAction.ts';
import type { addResults } from '../types/results.ts';

export function addRetryImport(builder: Builder, results: ReturnType<typeof addResults>): void {
  builder.mutationField('retryImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Tries again everything that did not succeed: failed chunks and open failed rows; of an import that FAILED, what is pending too.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      resolve: (_root, { id }, context) =>
        startingAction(context, id, (actor, importId) => context.engine.retryImport(actor, importId)),
    }),
  );
}
