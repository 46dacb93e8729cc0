import { queryFromInfo } from '@pothos/plugin-prisma';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import { ImportStatus } from '../enums.ts';
import { ImportOrderField, SortDirection } from '../inputShapes.ts';
import { isUuid } from '../isUuid.ts';
import { behind, connectionOf, pageOf, requireCursor } from '../paging.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addImport } from './import.ts';
import { importsOrder, importsWhere } from './store/importsQuery.ts';

export function addImportQuery(builder: Builder): void {
  builder.queryField('import', (t) =>
    t.prismaField({
      type: 'Import',
      nullable: true,
      description: 'One import; null when there is none with this id, or the viewer may not see it.',
      args: { id: t.arg.id({ required: true, description: "The import's id." }) },
      resolve: (query, _root, { id }, context) => {
        const projectIds = viewerOf(context).projects.map(({ project }) => project.id);
        if (!isUuid(id)) return null;
        return context.prisma.import.findFirst({ ...query, where: { id, projectId: { in: projectIds } } });
      },
    }),
  );
}

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

/** ImportFilter and ImportOrder. */
export function addImportFilter(builder: Builder) {
  const filter = builder.inputType('ImportFilter', {
    description: 'Which imports; what is said is all true of each.',
    fields: (t) => ({
      importer: t.string({ description: 'Of this importer.' }),
      status: t.field({ type: [ImportStatus], description: 'With one of these statuses.' }),
      createdAfter: t.field({ type: 'DateTime', description: 'Asked for at this moment or later.' }),
      createdBefore: t.field({ type: 'DateTime', description: 'Asked for before this moment.' }),
      dryRun: t.boolean({ description: 'Only dry runs, or only what is none.' }),
      search: t.string({ description: "Part of the source's name or of who started it, in any case; or an id." }),
    }),
  });
  const order = builder.inputType('ImportOrder', {
    description: 'The order of a list of imports.',
    fields: (t) => ({
      field: t.field({ type: ImportOrderField, required: true, description: 'By what.' }),
      direction: t.field({ type: SortDirection, required: true, description: 'Which way.' }),
    }),
  });
  return { filter, order };
}
