import { requireAdministrator } from '../../auth/requireRole.ts';
import type { Builder } from '../builder.ts';
import { answer, type ErrorAnswer } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';

type Answer = { readonly __typename: 'SwitchStartingSuccess' } | ErrorAnswer;

export function addSwitchStarting(builder: Builder): void {
  const input = builder.inputType('SwitchStartingInput', {
    description: 'What is switched, and to what.',
    fields: (t) => ({
      importer: t.string({ description: 'Of one importer, by its name; of all when absent.' }),
      on: t.boolean({ required: true, description: 'false: nobody can start such imports; true: they can again.' }),
      reason: t.string({ description: 'Words for those who want to start one, at most 500 characters.' }),
    }),
  });
  const success = builder.objectRef<{ readonly __typename: 'SwitchStartingSuccess' }>('SwitchStartingSuccess');
  success.implement({
    description: 'It is switched, for all servers at once.',
    fields: (t) => ({
      data: t.field({
        type: ['Importer'],
        description: 'All importers as they are now.',
        resolve: (_parent, _args, context) => context.importers,
      }),
    }),
  });
  const result = builder.unionType('SwitchStartingResult', {
    description: 'What switchStarting answers with.',
    types: [success, 'InvalidInputError', 'NotFoundError', 'ForbiddenError'],
  });
  builder.mutationField('switchStarting', (t) =>
    t.field({
      type: result,
      description:
        'Switches the starting of imports off or on, of one importer or of all; startImport is a ConflictError meanwhile. What was started goes on, and can be paused, resumed, retried and undone. For administrators of the server.',
      args: { input: t.arg({ type: input, required: true, description: 'What, and to what.' }) },
      resolve: (_root, { input: { importer, on, reason } }, context) =>
        answer(async (): Promise<Answer> => {
          const viewer = viewerOf(context);
          requireAdministrator(viewer);
          const change = { importer: importer ?? null, isOn: on, reason: reason ?? null };
          await context.engine.switchStarting(viewer.actor, change);
          return { __typename: 'SwitchStartingSuccess' };
        }),
    }),
  );
}
