import { requireAdministrator } from '../../auth/requireRole.ts';
import type { Engine } from '../../engine/engine.ts';
import type { StartSwitch } from '../../engine/model/startSwitch.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import type { Context } from '../context.ts';
import { toGraphQLError, toResult } from '../errors.ts';
import { createLoader } from '../loader.ts';
import { connectionOf, pageOf, unknownCursor } from '../paging.ts';
import { addResult, type Result } from '../results.ts';
import { viewerOf } from '../viewerOf.ts';

/** StartSwitch and the list of them. */
export function addStartSwitch(builder: Builder) {
  const entry = builder.objectRef<StartSwitch>('StartSwitch');
  entry.implement({
    description: 'A change by which an administrator of the server turned the starting of imports off or on.',
    fields: (t) => ({
      importer: t.exposeString('importer', {
        nullable: true,
        description: "The importer's name; null for all importers.",
      }),
      on: t.boolean({ description: 'Whether imports could be started after the change.', resolve: ({ isOn }) => isOn }),
      reason: t.exposeString('reason', { nullable: true, description: "The administrator's reason." }),
      actor: t.exposeString('actor', { description: 'The administrator.' }),
      at: t.expose('at', { type: 'DateTime', description: 'The time.' }),
    }),
  });
  return addConnection(builder, entry, 'changes to the starting of imports');
}

/** All importers of a list share one statement; a later selection reads again. */
export function createStartSwitchesReader(engine: Engine): Context['startSwitches'] {
  const load = createLoader(async () => new Map([['all', await engine.startSwitches()]]));
  return async () => (await load('all')) ?? [];
}

export function addStartSwitchesQuery(builder: Builder, connection: ReturnType<typeof addStartSwitch>): void {
  builder.queryField('startSwitches', (t) =>
    t.field({
      type: connection,
      description:
        'The history of turning the starting of imports off and on, newest first. Requires an administrator of the server; FORBIDDEN for others.',
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

type SwitchStartingResult = Result<'SwitchStartingSuccess', object>;

export function addSwitchStarting(builder: Builder): void {
  const input = builder.inputType('SwitchStartingInput', {
    description: 'The importer to turn off or on.',
    fields: (t) => ({
      importer: t.string({ description: "The importer's name. All importers if absent." }),
      on: t.boolean({ required: true, description: 'Whether such imports can be started.' }),
      reason: t.string({
        description: 'A reason that is shown to users who try to start an import, at most 500 characters.',
      }),
    }),
  });
  const result = addResult<object>(builder, 'SwitchStarting', {
    of: 'switchStarting',
    success: 'The change is made, for all server processes at once.',
    errors: ['InvalidInputError', 'NotFoundError', 'ForbiddenError'],
    data: (t) =>
      t.field({
        type: ['Importer'],
        description: 'All importers in their current state.',
        resolve: (_parent, _args, context) => context.importers,
      }),
  });
  builder.mutationField('switchStarting', (t) =>
    t.field({
      type: result,
      description:
        'Turns the starting of imports off or on, for one importer or for all. While it is off, startImport returns a ConflictError. Imports that have already started continue and can be paused, resumed, retried and undone. Requires an administrator of the server.',
      args: { input: t.arg({ type: input, required: true, description: 'The importer to turn off or on.' }) },
      resolve: (_root, { input: { importer, on, reason } }, context) =>
        toResult(async (): Promise<SwitchStartingResult> => {
          const viewer = viewerOf(context);
          requireAdministrator(viewer);
          const change = { importer: importer ?? null, isOn: on, reason: reason ?? null };
          await context.engine.switchStarting(viewer.actor, change);
          return { __typename: 'SwitchStartingSuccess' };
        }),
    }),
  );
}
