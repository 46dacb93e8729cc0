import type { Builder } from '../builder.ts';
import { importAction } from '../importAction.ts';
import type { addResults } from '../types/results.ts';

export function addCancelImport(builder: Builder, results: ReturnType<typeof addResults>): void {
  builder.mutationField('cancelImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Ends it before its time: within one chunk or half a second. What is done stays; the rest can still be resumed.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      resolve: (_root, { id }, context) =>
        importAction(context, id, (actor, importId) => context.engine.cancelImport(actor, importId)),
    }),
  );
}
