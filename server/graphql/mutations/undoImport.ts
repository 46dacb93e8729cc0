import type { Builder } from '../builder.ts';
import { startingAction } from '../importAction.ts';
import type { addResults } from '../types/results.ts';

export function addUndoImport(builder: Builder, results: ReturnType<typeof addResults>): void {
  builder.mutationField('undoImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Takes back what the import did, except what was changed since: what it created goes, what it changed gets its old values. Goes on as jobs, UNDOING until it is UNDONE; then `undo` lists what was reversed, kept and errored. Asked for again, it tries what was kept or errored once more.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      resolve: (_root, { id }, context) =>
        startingAction(context, id, (actor, importId) => context.engine.undoImport(actor, importId)),
    }),
  );
}
