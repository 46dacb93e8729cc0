import type { Builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { answer } from '../errors.ts';
import { omitNull } from '../omitNull.ts';
import type { addResults, ImportActionAnswer } from '../results.ts';
import { viewerOf } from '../viewerOf.ts';
import { requireImport } from './requireImport.ts';

/** Lets an editor of its project act on an import, and answers with the import as it is then. */
export function importAction(
  context: Context,
  id: string,
  command: (actor: string, importId: string) => Promise<void>,
): Promise<ImportActionAnswer> {
  return answer(async (): Promise<ImportActionAnswer> => {
    const { actor } = viewerOf(context);
    const importId = await requireImport(context, id, 'EDITOR');
    await command(actor, importId);
    return { __typename: 'ImportActionSuccess', importId };
  });
}

/** The same for what sets work going, of which nobody may ask too often. */
export function startingAction(
  ...[context, id, command]: Parameters<typeof importAction>
): Promise<ImportActionAnswer> {
  return importAction(context, id, async (actor, importId) => {
    await context.limits.take('start', viewerOf(context).id);
    await command(actor, importId);
  });
}

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
        startingAction(context, id, (actor, importId) =>
          context.engine.resumeImport(actor, importId, omitNull(change)),
        ),
    }),
  );
}

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
