import { requireRole } from '../../auth/requireRole.ts';
import type { Schedule, ScheduleRun } from '../../engine/model/schedule.ts';
import type { Builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { toResult } from '../errors.ts';
import type { addSourceInputs } from '../imports/source.ts';
import { addResult, type Result } from '../results.ts';
import { viewerOf } from '../viewerOf.ts';
import { requireSchedule } from './queries.ts';
import { type addSchedule, addScheduleInputs, scheduledOf, withoutOf } from './schedule.ts';

interface OfSchedule {
  readonly schedule: Schedule;
}
interface OfRun {
  readonly run: ScheduleRun;
}
type ScheduleResult = Result<'ScheduleSuccess', OfSchedule>;
type RunScheduleResult = Result<'RunScheduleSuccess', OfRun>;
type Types = ReturnType<typeof addSchedule>;

/** What editors of a project do with its schedules. */
export function addScheduleMutations(
  builder: Builder,
  types: Types,
  sources: ReturnType<typeof addSourceInputs>,
): void {
  const result = addScheduleResult(builder, types);
  const inputs = addScheduleInputs(builder, sources);
  builder.mutationField('createSchedule', (t) =>
    t.field({
      type: result,
      description: 'Creates a recurring import from a URL. Requires EDITOR.',
      args: { input: t.arg({ type: inputs.create, required: true, description: 'What to import and when.' }) },
      resolve: (_root, { input }, context) =>
        toResult(async (): Promise<ScheduleResult> => {
          const viewer = viewerOf(context);
          requireRole(viewer, input.projectId, 'EDITOR');
          const { projectId, importer, name, url, cron, timeZone } = input;
          const times = { name, url, cron, ...(timeZone ? { timeZone } : {}) };
          const wanted = { projectId, importer, ...times, ...scheduledOf(input) };
          return success(await context.engine.createSchedule(viewer.actor, wanted));
        }),
    }),
  );
  builder.mutationField('updateSchedule', (t) =>
    t.field({
      type: result,
      description: 'Changes the given fields and leaves the others unchanged. Requires EDITOR.',
      args: { input: t.arg({ type: inputs.update, required: true, description: 'The schedule and the changes.' }) },
      resolve: (_root, { input }, context) =>
        toResult(async (): Promise<ScheduleResult> => {
          const { id } = await requireSchedule(context, input.id, 'EDITOR');
          const { name, url, cron, timeZone } = input;
          const times = {
            ...(name == null ? {} : { name }),
            ...(url == null ? {} : { url }),
            ...(cron == null ? {} : { cron }),
            ...(timeZone == null ? {} : { timeZone }),
          };
          return success(
            await context.engine.updateSchedule(id, { ...times, ...scheduledOf(input), without: withoutOf(input) }),
          );
        }),
    }),
  );
  addAction(builder, result, 'pauseSchedule', 'Pauses a schedule: no imports start at its times.', (context, id) =>
    context.engine.pauseSchedule(id),
  );
  addAction(builder, result, 'resumeSchedule', 'Resumes a schedule from its next time.', (context, id) =>
    context.engine.resumeSchedule(id),
  );
  addAction(builder, result, 'deleteSchedule', 'Deletes a schedule and returns it. Its imports stay.', (context, id) =>
    context.engine.deleteSchedule(id),
  );
  addRunSchedule(builder, types);
}

function addScheduleResult(builder: Builder, { schedule }: Types) {
  return addResult<OfSchedule>(builder, 'Schedule', {
    of: 'a mutation of a schedule',
    success: 'The operation succeeded.',
    data: (t) => t.field({ type: schedule, description: 'The schedule.', resolve: (parent) => parent.schedule }),
  });
}

function addAction(
  builder: Builder,
  result: ReturnType<typeof addScheduleResult>,
  name: 'pauseSchedule' | 'resumeSchedule' | 'deleteSchedule',
  description: string,
  act: (context: Context, id: string) => Promise<Schedule>,
): void {
  builder.mutationField(name, (t) =>
    t.field({
      type: result,
      description: `${description} Requires EDITOR.`,
      args: { id: t.arg.id({ required: true, description: "The schedule's id." }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<ScheduleResult> => {
          const { id } = await requireSchedule(context, args.id, 'EDITOR');
          return success(await act(context, id));
        }),
    }),
  );
}

function addRunSchedule(builder: Builder, { run }: Types): void {
  const result = addResult<OfRun>(builder, 'RunSchedule', {
    of: 'runSchedule',
    success: 'The schedule ran. `outcome` says whether it started an import.',
    data: (t) => t.field({ type: run, description: 'The outcome.', resolve: (parent) => parent.run }),
  });
  builder.mutationField('runSchedule', (t) =>
    t.field({
      type: result,
      description: 'Runs a schedule now, paused or not. Its times do not change. Requires EDITOR.',
      args: { id: t.arg.id({ required: true, description: "The schedule's id." }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<RunScheduleResult> => {
          const { id } = await requireSchedule(context, args.id, 'EDITOR');
          const viewer = viewerOf(context);
          await context.limits.take('start', viewer.id);
          return { __typename: 'RunScheduleSuccess', run: await context.engine.runSchedule(viewer.actor, id) };
        }),
    }),
  );
}

function success(schedule: Schedule): ScheduleResult {
  return { __typename: 'ScheduleSuccess', schedule };
}
