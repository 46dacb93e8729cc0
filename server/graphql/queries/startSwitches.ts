import { requireAdministrator } from '../../auth/requireRole.ts';
import type { Builder } from '../builder.ts';
import { isUuid } from '../isUuid.ts';
import { connectionOf, pageOf, unknownCursor } from '../paging.ts';
import { topLevel } from '../topLevel.ts';
import { PAGE_ARGS } from '../types/connection.ts';
import type { addStartSwitch } from '../types/startSwitch.ts';
import { viewerOf } from '../viewerOf.ts';

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
        await topLevel(async () => requireAdministrator(viewerOf(context)));
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
