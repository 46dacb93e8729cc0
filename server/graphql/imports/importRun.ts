import { GraphQLError } from 'graphql';
import type { Builder } from '../builder.ts';
import type { addImport } from './import.ts';
import type { ThroughputShape } from './store/readThroughput.ts';

const POINTS = { default: 60, max: 500 } as const;

/** How an import ran, and what it ran into: its speed over time, its limit of errors, an earlier import of the same. */
export function addImportRun(builder: Builder, importType: ReturnType<typeof addImport>): void {
  const throughput = builder.objectRef<ThroughputShape>('ThroughputPoint');
  throughput.implement({
    description: 'Rows that were committed in a stretch of time.',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', description: 'When the stretch began.' }),
      seconds: t.exposeFloat('seconds', { description: 'How long it is.' }),
      rows: t.exposeFloat('rows', { description: 'Rows whose chunk was committed in it.' }),
    }),
  });
  builder.prismaObjectFields('Import', (t) => ({
    maxErrorRate: t.exposeFloat('maxErrorRate', {
      nullable: true,
      description: 'It stops when more than this share of its rows fails, 0 to 1; null without a limit.',
    }),
    throughput: t.field({
      type: [throughput],
      description:
        'Its speed from the start of its work to its last commit, in stretches of the same length; none before the first commit. Retried rows are left out.',
      args: {
        points: t.arg.int({
          description: `At most so many stretches; ${POINTS.default} when absent, ${POINTS.max} at most.`,
        }),
      },
      resolve: async (row, { points }, { imports }) => [
        ...((await imports.throughputOf(row.id, checkedPoints(points))) ?? []),
      ],
    }),
    sameSource: t.field({
      type: importType,
      nullable: true,
      description:
        'The newest earlier import of the same bytes by the same importer, dry runs and what was undone left out; what the warning SAME_SOURCE is about.',
      // The rest of it is read for all of a list at once too, by Pothos.
      resolve: async ({ id }, _args, { imports }) => {
        const sameId = await imports.sameSourceOf(id);
        return sameId === undefined ? null : { id: sameId };
      },
    }),
  }));
}

function checkedPoints(points: number | null | undefined): number {
  const wanted = points ?? POINTS.default;
  if (wanted >= 1 && wanted <= POINTS.max) return wanted;
  throw new GraphQLError(`points must be from 1 to ${POINTS.max}.`, { extensions: { code: 'INVALID_INPUT' } });
}
