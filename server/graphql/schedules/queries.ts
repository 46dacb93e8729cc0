import { requireRole } from '../../auth/requireRole.ts';
import { NotFound } from '../../engine/model/errors.ts';
import type { Schedule } from '../../engine/model/schedule.ts';
import type { Role } from '../../generated/prisma/enums.ts';
import { message } from '../../messages/catalogue.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import type { Context } from '../context.ts';
import { emptyConnection, pageOf } from '../paging.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addSchedule } from './schedule.ts';
import { readSchedules } from './store/readSchedules.ts';

export function addScheduleQueries(builder: Builder, { schedule }: ReturnType<typeof addSchedule>): void {
  const connection = addConnection(builder, schedule, 'schedules');
  builder.queryField('schedules', (t) =>
    t.field({
      type: connection,
      description: "A project's schedules by name. Empty for a project that the viewer cannot see.",
      args: {
        projectId: t.arg.id({ required: true, description: "The project's id." }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
      },
      resolve: (_root, { projectId, ...args }, context) => {
        const page = pageOf(args);
        if (viewerOf(context).roleIn(projectId) === null) return emptyConnection(page);
        return readSchedules(context.prisma, projectId, page);
      },
    }),
  );
  builder.queryField('schedule', (t) =>
    t.field({
      type: schedule,
      nullable: true,
      description: 'A schedule; null if there is none that the viewer can see.',
      args: { id: t.arg.id({ required: true, description: "The schedule's id." }) },
      resolve: async (_root, { id }, context) => {
        const viewer = viewerOf(context);
        const found = isUuid(id) ? await context.engine.schedule(id) : null;
        return found && viewer.roleIn(found.projectId) !== null ? found : null;
      },
    }),
  );
}

/** The schedule, once the viewer may act on it as `role`. Throws NotFound for one that is not there or not theirs. */
export async function requireSchedule(context: Context, id: string, role: Role): Promise<Schedule> {
  const viewer = viewerOf(context);
  const found = isUuid(id) ? await context.engine.schedule(id) : null;
  if (!found || viewer.roleIn(found.projectId) === null) {
    throw new NotFound(message('NO_SCHEDULE_SEEN', { id }));
  }
  requireRole(viewer, found.projectId, role);
  return found;
}
