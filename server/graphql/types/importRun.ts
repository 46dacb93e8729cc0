import { queryFromInfo } from '@pothos/plugin-prisma';
import { GraphQLError } from 'graphql';
import type { Builder } from '../builder.ts';
import { readThroughput, type ThroughputShape } from '../store/readThroughput.ts';
import type { addImport } from './import.ts';

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
      resolve: (row, { points }, context) => readThroughput(context.prisma, row.id, checkedPoints(points)),
    }),
    sameSource: t.field({
      type: importType,
      nullable: true,
      description:
        'The newest earlier import of the same bytes by the same importer, dry runs and what was undone left out; what the warning SAME_SOURCE is about.',
      select: { projectId: true, importerName: true, sourceSha256: true, createdAt: true },
      resolve: ({ id, projectId, importerName, sourceSha256, createdAt }, _args, context, info) => {
        if (sourceSha256 === null) return null;
        const { select } = queryFromInfo({ context, info, typeName: 'Import', select: { id: true } });
        return context.prisma.import.findFirst({
          select,
          where: {
            ...{ projectId, importerName, sourceSha256, dryRun: false, id: { not: id } },
            ...{ createdAt: { lte: createdAt }, status: { not: 'UNDONE' } },
          },
          orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        });
      },
    }),
  }));
}

function checkedPoints(points: number | null | undefined): number {
  const wanted = points ?? POINTS.default;
  if (wanted >= 1 && wanted <= POINTS.max) return wanted;
  throw new GraphQLError(`points must be from 1 to ${POINTS.max}.`, { extensions: { code: 'INVALID_INPUT' } });
}
