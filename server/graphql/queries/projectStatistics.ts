import { GraphQLError } from 'graphql';
import type { Builder } from '../builder.ts';
import { readStatistics } from '../store/readStatistics.ts';
import { addProjectStatistics } from '../types/projectStatistics.ts';
import { viewerOf } from '../viewerOf.ts';

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
  throw invalid(`days must be from 1 to ${DAYS.max}.`);
}

/** Postgres also takes offsets and abbreviations for zones, which mean something else there than elsewhere. */
function checkedZone(timeZone: string): string {
  try {
    if (/^[A-Za-z]/.test(timeZone)) return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    // Told below, in words that name the argument.
  }
  throw invalid('timeZone must be an IANA zone such as Europe/Berlin.');
}

function invalid(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'INVALID_INPUT' } });
}
