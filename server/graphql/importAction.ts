import type { Context } from './context.ts';
import { answer } from './errors.ts';
import { requireImport } from './requireImport.ts';
import type { ImportActionAnswer } from './types/results.ts';
import { viewerOf } from './viewerOf.ts';

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
