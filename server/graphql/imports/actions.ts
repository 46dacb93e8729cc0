import type { Builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { toResult } from '../errors.ts';
import { omitNull } from '../omitNull.ts';
import type { addImportResults, ImportActionResult } from '../results.ts';
import { viewerOf } from '../viewerOf.ts';
import { requireImport } from './requireImport.ts';

/** Lets an editor of its project act on an import, and returns the import as it is then. */
export function importAction(
  context: Context,
  id: string,
  command: (actor: string, importId: string) => Promise<void>,
): Promise<ImportActionResult> {
  return toResult(async (): Promise<ImportActionResult> => {
    const { actor } = viewerOf(context);
    const importId = await requireImport(context, id, 'EDITOR');
    await command(actor, importId);
    return { __typename: 'ImportActionSuccess', importId };
  });
}

/** The same for actions that start work, which are rate-limited. */
export function startingAction(
  ...[context, id, command]: Parameters<typeof importAction>
): Promise<ImportActionResult> {
  return importAction(context, id, async (actor, importId) => {
    await context.limits.take('start', viewerOf(context).id);
    await command(actor, importId);
  });
}

export function addPauseImport(builder: Builder, results: ReturnType<typeof addImportResults>): void {
  builder.mutationField('pauseImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Pauses the import until it is resumed. It stops within one chunk or half a second. Rows that have an outcome keep it.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      resolve: (_root, { id }, context) =>
        importAction(context, id, (actor, importId) => context.engine.pauseImport(actor, importId)),
    }),
  );
}

export function addResumeImport(builder: Builder, results: ReturnType<typeof addImportResults>): void {
  builder.mutationField('resumeImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Resumes an import where it stopped, after a pause, a cancel, a failure or a crash. Finished rows are not applied again.',
      args: {
        id: t.arg.id({ required: true, description: "The import's id." }),
        maxErrorRate: t.arg.float({ description: 'A new limit for the share of rows that may fail, 0 to 1.' }),
      },
      resolve: (_root, { id, ...change }, context) =>
        startingAction(context, id, (actor, importId) =>
          context.engine.resumeImport(actor, importId, omitNull(change)),
        ),
    }),
  );
}

export function addCancelImport(builder: Builder, results: ReturnType<typeof addImportResults>): void {
  builder.mutationField('cancelImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Cancels the import within one chunk or half a second. Imported rows stay, and the import can still be resumed.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      resolve: (_root, { id }, context) =>
        importAction(context, id, (actor, importId) => context.engine.cancelImport(actor, importId)),
    }),
  );
}

export function addRetryImport(builder: Builder, results: ReturnType<typeof addImportResults>): void {
  builder.mutationField('retryImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Retries everything that did not succeed: failed chunks and open failed rows, and also the pending rows of an import that is FAILED.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      resolve: (_root, { id }, context) =>
        startingAction(context, id, (actor, importId) => context.engine.retryImport(actor, importId)),
    }),
  );
}

export function addUndoImport(builder: Builder, results: ReturnType<typeof addImportResults>): void {
  builder.mutationField('undoImport', (t) =>
    t.field({
      type: results.importAction,
      description:
        'Undoes the import except for records that were changed later: records that it created are deleted, and records that it changed get their old values back. The undo runs as background jobs; the status is UNDOING until it is UNDONE. `undo` then lists the records that were reversed, kept and errored. Call it again to retry records that were kept or errored.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      resolve: (_root, { id }, context) =>
        startingAction(context, id, (actor, importId) => context.engine.undoImport(actor, importId)),
    }),
  );
}
