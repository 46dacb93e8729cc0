import { requireAdministrator } from '../../auth/requireRole.ts';
import type { Engine } from '../../engine/engine.ts';
import type { StartSwitch } from '../../engine/model/startSwitch.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import type { Context } from '../context.ts';
import { answer, type ErrorAnswer, toGraphQLError } from '../errors.ts';

import { isUuid } from '../isUuid.ts';
import { createLoader } from '../loader.ts';
import { connectionOf, pageOf, unknownCursor } from '../paging.ts';

import { viewerOf } from '../viewerOf.ts';

/** StartSwitch and the list of them. */
export function addStartSwitch(builder: Builder) {
  const entry = builder.objectRef<StartSwitch>('StartSwitch');
  entry.implement({
    description: 'That an administrator of the server switched the starting of imports off or on.',
    fields: (t) => ({
      importer: t.exposeString('importer', { nullable: true, description: 'Of which importer; null: of all.' }),
      on: t.boolean({ description: 'Whether imports could be started from then on.', resolve: ({ isOn }) => isOn }),
      reason: t.exposeString('reason', { nullable: true, description: 'Why, as they put it.' }),
      actor: t.exposeString('actor', { description: 'Who did it.' }),
      at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    }),
  });
  return addConnection(builder, entry, 'switches of starting');
}

/** All importers of a list ask at once, and are answered by one statement; a later selection reads anew. */
export function createStartSwitchesReader(engine: Engine): Context['startSwitches'] {
  const load = createLoader(async () => new Map([['all', await engine.startSwitches()]]));
  return async () => (await load('all')) ?? [];
}

export function addStartSwitchesQuery(builder: Builder, connection: ReturnType<typeof addStartSwitch>): void {
  builder.queryField('startSwitches', (t) =>
    t.field({
      type: connection,
      description:
        'When and by whom the starting of imports was switched off and on, the newest first. For administrators of the server; FORBIDDEN for others.',
      args: {
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: async (_root, args, context) => {
        await toGraphQLError(async () => requireAdministrator(viewerOf(context)));
        const page = pageOf(args);
        if (page.after !== null && !isUuid(page.after)) throw unknownCursor();
        const rows = await context.prisma.startSwitch.findMany({
          ...(page.after === null ? {} : { where: { id: { lt: page.after } } }),
          orderBy: { id: 'desc' },
          skip: page.skip,
          take: page.take + 1,
        });
        return connectionOf(
          rows,
          page,
          ({ id }) => id,
          () => context.prisma.startSwitch.count(),
        );
      },
    }),
  );
}

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
