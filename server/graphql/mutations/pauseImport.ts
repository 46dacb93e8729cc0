import type { Builder } from '../builder.ts';
import { importAction } from '../importAction.ts';
import type { addResults } from '../types/results.ts';

export function addPauseImport(builder: Builder, results: ReturnType<typeof addResults>): void {
  builder.mutationField('pauseImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Lets it wait until it is resumed. It stops within one chunk or half a second; rows that have an outcome keep it.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      resolve: (_root, { id }, context) =>
        importAction(context, id, (actor, importId) => context.engine.pauseImport(actor, importId)),
    }),
  );
}
