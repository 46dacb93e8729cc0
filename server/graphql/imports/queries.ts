import { queryFromInfo } from '@pothos/plugin-prisma';
import { isUuid } from '../../sdk/isUuid.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import { ImportStatus } from '../enums.ts';
import { ImportOrderField, SortDirection } from '../inputShapes.ts';
import { behind, connectionOf, pageOf, requireCursor } from '../paging.ts';
import { viewerOf } from '../viewerOf.ts';
import type { addImport } from './import.ts';
import { importsOrder, importsWhere } from './store/importsQuery.ts';

export function addImportQuery(builder: Builder): void {
  builder.queryField('import', (t) =>
    t.prismaField({
      type: 'Import',
      nullable: true,
      description: 'An import; null if there is none with this id or the viewer cannot see it.',
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
      description: "A project's imports, newest first. Empty for a project that the viewer cannot see.",
      args: {
        projectId: t.arg.id({ required: true, description: "The project's id." }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: inputs.filter, description: 'A filter; all if absent.' }),
        orderBy: t.arg({ type: inputs.order, description: 'The sort order; newest first if absent.' }),
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
    description: 'A filter of imports. An import must match all conditions.',
    fields: (t) => ({
      importer: t.string({ description: 'Only imports of this importer.' }),
      status: t.field({ type: [ImportStatus], description: 'Only imports with one of these statuses.' }),
      createdAfter: t.field({ type: 'DateTime', description: 'Only imports requested at or after this time.' }),
      createdBefore: t.field({ type: 'DateTime', description: 'Only imports requested before this time.' }),
      dryRun: t.boolean({ description: 'Only dry runs (true) or only other imports (false).' }),
      search: t.string({ description: 'Part of the name of the source or the actor (case-insensitive), or an id.' }),
    }),
  });
  const order = builder.inputType('ImportOrder', {
    description: 'The order of a list of imports.',
    fields: (t) => ({
      field: t.field({ type: ImportOrderField, required: true, description: 'The sort field.' }),
      direction: t.field({ type: SortDirection, required: true, description: 'The sort direction.' }),
    }),
  });
  return { filter, order };
}
