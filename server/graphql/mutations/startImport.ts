import { requireRole } from '../../auth/requireRole.ts';
import type { Builder } from '../builder.ts';
import { answer } from '../errors.ts';
import type { addStartImportInput } from '../inputs/startImport.ts';
import { startImportCommand } from '../startImportCommand.ts';
import type { addResults, StartImportAnswer } from '../types/results.ts';
import { viewerOf } from '../viewerOf.ts';

export function addStartImport(
  builder: Builder,
  input: ReturnType<typeof addStartImportInput>,
  results: ReturnType<typeof addResults>,
): void {
  builder.mutationField('startImport', (t) =>
    t.field({
      type: results.startImport,
      description: 'Starts an import. A small one is done when the answer comes; a larger one goes on by itself.',
      args: { input: t.arg({ type: input, required: true, description: 'What to import, and how.' }) },
      resolve: (_root, args, context) =>
        answer(async (): Promise<StartImportAnswer> => {
          const viewer = viewerOf(context);
          requireRole(viewer, args.input.projectId, 'EDITOR');
          await context.limits.take('start', viewer.id);
          const importId = await context.engine.startImport(viewer.actor, await startImportCommand(args.input));
          return { __typename: 'StartImportSuccess', importId };
        }),
    }),
  );
}
