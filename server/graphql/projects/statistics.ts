import type { GraphQLError } from 'graphql';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { Builder } from '../builder.ts';
import { messageError } from '../errors.ts';
import { viewerOf } from '../viewerOf.ts';
import { type DayStatisticsShape, readStatistics } from './store/readStatistics.ts';

/** ProjectStatistics and DayStatistics. */
export function addProjectStatistics(builder: Builder) {
  const day = builder.objectRef<DayStatisticsShape>('DayStatistics');
  day.implement({
    description: 'The results of the imports requested on one day: their rows by current outcome.',
    fields: (t) => ({
      day: t.exposeString('day', { description: 'The day, yyyy-mm-dd in the requested time zone.' }),
      imports: t.exposeInt('imports', { description: 'The number of imports.' }),
      created: t.exposeFloat('created', { description: 'Rows that created a record.' }),
      updated: t.exposeFloat('updated', { description: 'Rows that changed a record.' }),
      unchanged: t.exposeFloat('unchanged', { description: 'Rows whose record already has their values.' }),
      skipped: t.exposeFloat('skipped', { description: 'Rows that the duplicate policy skipped.' }),
      failed: t.exposeFloat('failed', { description: 'Rows that wait for a correction.' }),
      discarded: t.exposeFloat('discarded', { description: 'Failed rows that were discarded.' }),
    }),
  });
  const statistics = builder.objectRef<readonly DayStatisticsShape[]>('ProjectStatistics');
  statistics.implement({
    description: "The results of a project's imports over several days.",
    fields: (t) => ({
      days: t.field({ type: [day], description: 'The days, oldest first.', resolve: (days) => days }),
      imports: t.int({
        description: 'Imports of all the days.',
        resolve: (days) => sum(days, ({ imports }) => imports),
      }),
      rows: t.float({
        description: 'Rows of all the days that have an outcome.',
        resolve: (days) => sum(days, rowsOf),
      }),
      errorRate: t.float({
        nullable: true,
        description: 'The share of these rows that are failed or discarded, 0 to 1; null without rows.',
        resolve: (days) => (sum(days, rowsOf) === 0 ? null : sum(days, badOf) / sum(days, rowsOf)),
      }),
    }),
  });
  return statistics;
}

function sum(days: readonly DayStatisticsShape[], of: (day: DayStatisticsShape) => number): number {
  return days.reduce((total, day) => total + of(day), 0);
}

function rowsOf(day: DayStatisticsShape): number {
  return day.created + day.updated + day.unchanged + day.skipped + badOf(day);
}

function badOf({ failed, discarded }: DayStatisticsShape): number {
  return failed + discarded;
}

const DAYS = { default: 30, max: 366 } as const;

export function addProjectStatisticsQuery(builder: Builder): void {
  const type = addProjectStatistics(builder);
  builder.queryField('projectStatistics', (t) =>
    t.field({
      type,
      nullable: true,
      description:
        "The recent results of a project's imports by the day of their request; null for a project that the viewer cannot see. Dry runs are not included.",
      args: {
        projectId: t.arg.id({ required: true, description: "The project's id." }),
        days: t.arg.int({
          description: `The number of days, including today; ${DAYS.default} if absent, ${DAYS.max} at most.`,
        }),
        timeZone: t.arg.string({
          description: 'The time zone of the days, an IANA zone such as Europe/Berlin; UTC if absent.',
        }),
      },
      resolve: async (_root, args, context) => {
        if (viewerOf(context).roleIn(args.projectId) === null) return null;
        const days = checkedDays(args.days ?? DAYS.default);
        return readStatistics(context.records, args.projectId, days, checkedZone(args.timeZone ?? 'UTC'));
      },
    }),
  );
}

function checkedDays(days: number): number {
  if (days >= 1 && days <= DAYS.max) return days;
  throw invalid(message('DAYS_RANGE', { limit: DAYS.max }));
}

/** Postgres also takes offsets and abbreviations for zones, which mean something else there than elsewhere. */
function checkedZone(timeZone: string): string {
  try {
    if (/^[A-Za-z]/.test(timeZone)) return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    // Refused below, with a message that names the argument.
  }
  throw invalid(message('ZONE_IANA'));
}

function invalid(reason: Message): GraphQLError {
  return messageError(reason, { code: 'INVALID_INPUT' });
}
