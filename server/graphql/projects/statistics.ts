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
    description: 'What the imports did that were asked for on one day: their rows by outcome, as they are now.',
    fields: (t) => ({
      day: t.exposeString('day', { description: 'yyyy-mm-dd, in the time zone that was asked for.' }),
      imports: t.exposeInt('imports', { description: 'How many imports.' }),
      created: t.exposeFloat('created', { description: 'Rows that created a record.' }),
      updated: t.exposeFloat('updated', { description: 'Rows that changed a record.' }),
      unchanged: t.exposeFloat('unchanged', { description: 'Rows whose record was as they say already.' }),
      skipped: t.exposeFloat('skipped', { description: 'Rows left alone by the duplicate policy.' }),
      failed: t.exposeFloat('failed', { description: 'Rows that wait for correction.' }),
      discarded: t.exposeFloat('discarded', { description: 'Failed rows that somebody gave up.' }),
    }),
  });
  const statistics = builder.objectRef<readonly DayStatisticsShape[]>('ProjectStatistics');
  statistics.implement({
    description: "What a project's imports did over some days.",
    fields: (t) => ({
      days: t.field({ type: [day], description: 'Day by day, the oldest first.', resolve: (days) => days }),
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
        "What a project's imports did of late, by the day on which they were asked for; null for a project that the viewer may not see. Dry runs are left out.",
      args: {
        projectId: t.arg.id({ required: true, description: 'Of which project.' }),
        days: t.arg.int({
          description: `How many days back, today included; ${DAYS.default} when absent, ${DAYS.max} at most.`,
        }),
        timeZone: t.arg.string({
          description: 'When a day begins: an IANA zone such as Europe/Berlin; UTC when absent.',
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
    // Told below, in words that name the argument.
  }
  throw invalid(message('ZONE_IANA'));
}

function invalid(reason: Message): GraphQLError {
  return messageError(reason, { code: 'INVALID_INPUT' });
}
