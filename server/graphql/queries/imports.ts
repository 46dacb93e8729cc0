import { queryFromInfo } from '@pothos/plugin-prisma';
import type { Builder } from '../builder.ts';
import type { addImportFilter } from '../inputs/importFilter.ts';
import { behind, connectionOf, pageOf, requireCursor } from '../paging.ts';
import { importsOrder, importsWhere } from '../store/importsQuery.ts';
import { addConnection, PAGE_ARGS } from '../types/connection.ts';
import type { addImport } from '../types/import.ts';
import { viewerOf } from '../viewerOf.ts';

export function addImportsQuery(
  builder: Builder,
  importType: ReturnType<typeof addImport>,
  inputs: ReturnType<typeof addImportFilter>,
): void {
  const connection = addConnection(builder, importType, 'imports');
  builder.queryField('imports', (t) =>
    t.field({
      type: connection,
      description: "A project's imports, the newest first; none for a project that the viewer may not see.",
      args: {
        projectId: t.arg.id({ required: true, description: 'Of which project.' }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: inputs.filter, description: 'Which of them; all when absent.' }),
        orderBy: t.arg({ type: inputs.order, description: 'In which order; the newest first when absent.' }),
      },
      resolve: async (_root, args, context, info) => {
        const page = pageOf(args);
        if (viewerOf(context).roleIn(args.projectId) === null)
          return connectionOf(
            [],
            page,
            () => '',
            async () => 0,
          );
        const where = importsWhere(args.projectId, args.filter ?? {});
        const path = ['edges', 'node'];
        const { select } = queryFromInfo({ context, info, typeName: 'Import', path, select: { id: true } });
        const cursor = await requireCursor(page, args.projectId, (row) => context.prisma.import.findFirst(row));
        const rows = await context.prisma.import.findMany({
          select,
          ...behind(cursor, page),
          take: page.take + 1,
          where,
          orderBy: importsOrder(args.orderBy ?? null),
        });
        return connectionOf(
          rows,
          page,
          (row) => row.id,
          () => context.prisma.import.count({ where }),
        );
      },
    }),
  );
}
