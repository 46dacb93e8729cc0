import type { Builder } from '../builder.ts';
import type { DayStatisticsShape } from '../store/readStatistics.ts';

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
