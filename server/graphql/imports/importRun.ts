import { queryFromInfo } from '@pothos/plugin-prisma';
import { GraphQLError } from 'graphql';
import type { Builder } from '../builder.ts';
import type { addImport } from './import.ts';
import type { ThroughputShape } from './store/readThroughput.ts';

const POINTS = { default: 60, max: 500 } as const;

/** How an import ran, and what it ran into: its speed over time, its limit of errors, an earlier import of the same. */
export function addImportRun(builder: Builder, importType: ReturnType<typeof addImport>): void {
  const throughput = builder.objectRef<ThroughputShape>('ThroughputPoint');
  throughput.implement({
    description: 'Rows that were committed in an interval.',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', description: 'The start of the interval.' }),
      seconds: t.exposeFloat('seconds', { description: 'The length of the interval.' }),
      rows: t.exposeFloat('rows', { description: 'Rows whose chunk was committed in the interval.' }),
    }),
  });
  builder.prismaObjectFields('Import', (t) => ({
    maxErrorRate: t.exposeFloat('maxErrorRate', {
      nullable: true,
      description: 'The import stops if more than this share of its rows fails, 0 to 1; null for no limit.',
    }),
    throughput: t.field({
      type: [throughput],
      description:
        'The speed from the start of work to the last commit, in intervals of equal length; empty before the first commit. Retried rows are not included.',
      args: {
        points: t.arg.int({
          description: `The maximum number of intervals; ${POINTS.default} if absent, ${POINTS.max} at most.`,
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
        'The newest earlier import of the same file by the same importer, except for dry runs and undone imports. The warning SAME_SOURCE refers to it.',
      resolve: async ({ id }, _args, context, info) => {
        const sameId = await context.imports.sameSourceOf(id);
        if (sameId === undefined) return null;
        const { select } = queryFromInfo({ context, info, typeName: 'Import', select: { id: true } });
        return (await context.imports.importOf(sameId, select)) ?? null;
      },
    }),
  }));
}

function checkedPoints(points: number | null | undefined): number {
  const wanted = points ?? POINTS.default;
  if (wanted >= 1 && wanted <= POINTS.max) return wanted;
  throw new GraphQLError(`points must be from 1 to ${POINTS.max}.`, { extensions: { code: 'INVALID_INPUT' } });
}
