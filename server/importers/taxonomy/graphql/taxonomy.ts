import type { Builder } from '../../../graphql/builder.ts';
import { addConnection, PAGE_ARGS } from '../../../graphql/connection.ts';
import { connectionOf, pageOf } from '../../../graphql/paging.ts';
import { viewerOf } from '../../../graphql/viewerOf.ts';
import { isUuid } from '../../../sdk/isUuid.ts';

import { taxonomyLoaders } from './loaders.ts';
import { readTaxonomyNodes, type TaxonomyNodeShape } from './store/readTaxonomyNodes.ts';

/** TaxonomyNode and the list of them. */
export function addTaxonomyNode(builder: Builder) {
  const node = builder.objectRef<TaxonomyNodeShape>('TaxonomyNode');
  const connection = addConnection(builder, node, 'pages');
  node.implement({
    description: "A page of a site in the project's hierarchy of pages.",
    fields: (t) => ({
      id: t.exposeID('id', { description: "The page's id." }),
      url: t.exposeString('url', { description: 'Its canonical URL, unique in the project.' }),
      title: t.string({ description: 'The title as given, else made from the URL.', resolve: titleOf }),
      description: t.exposeString('description', { nullable: true, description: 'The value, as given.' }),
      slug: t.exposeString('slug', { description: "The path's last segment, decoded; empty for a home page." }),
      site: t.exposeString('site', { description: 'Scheme, host and port. A hierarchy stays within its site.' }),
      depth: t.exposeInt('depth', { description: 'Pages above it; 0 for a root.' }),
      position: t.exposeInt('position', {
        description:
          'The position among the children of its parent, or among the roots of its site, from 1. Pages with a given position come first, then the others by URL. 0 until an import of the site has ended.',
      }),
      siblingsBefore: t.int({
        description:
          'The number of pages before it among the children of its parent, or among all roots of the project. This is its `offset` in `taxonomyNodes` with `parentId` or `rootsOnly`.',
        resolve: async (row, _args, context) => (await taxonomyLoaders(context).siblingsBefore(row.id)) ?? 0,
      }),
      metadata: t.expose('metadata', {
        type: 'JSON',
        description: 'Values of columns without a field: column name to value.',
      }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that created it.' }),
      importedAt: t.expose('importedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time at which it was created.',
      }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
      parent: t.field({
        type: node,
        nullable: true,
        description: "The nearest page above it in its path, which may be the site's home page; null for a root.",
        resolve: async (row, _args, context) => (await taxonomyLoaders(context).ancestors(row)).at(-1) ?? null,
      }),
      ancestors: t.field({
        type: [node],
        description: 'All pages above it, from the root down to its parent.',
        resolve: async (row, _args, context) => [...(await taxonomyLoaders(context).ancestors(row))],
      }),
      breadcrumb: t.stringList({
        description: 'Titles from the root down to the page itself.',
        resolve: async (row, _args, context) => [...(await taxonomyLoaders(context).ancestors(row)), row].map(titleOf),
      }),
      children: t.field({
        type: connection,
        description: 'The pages directly below it, in order.',
        args: {
          first: t.arg.int({ description: PAGE_ARGS.first }),
          after: t.arg.string({ description: PAGE_ARGS.after }),
          offset: t.arg.int({ description: PAGE_ARGS.offset }),
        },
        resolve: (row, args, context) => taxonomyLoaders(context).children(row.id, pageOf(args)),
      }),
    }),
  });
  return { node, connection };
}

function titleOf({ title, derivedTitle }: TaxonomyNodeShape): string {
  return title ?? derivedTitle;
}

export function addTaxonomyFilter(builder: Builder) {
  return builder.inputType('TaxonomyFilter', {
    description: 'A filter of pages. A page must match all conditions.',
    fields: (t) => ({
      parentId: t.id({ description: 'Only pages directly below the page with this id, in order.' }),
      rootsOnly: t.boolean({ description: 'Only pages without a parent, the roots of the trees.' }),
      site: t.string({ description: 'Only pages of this site, such as https://example.com.' }),
      search: t.string({ description: 'Part of the URL or of the title (case-insensitive).' }),
    }),
  });
}

export function addTaxonomyNodeQuery(builder: Builder, { node }: ReturnType<typeof addTaxonomyNode>): void {
  builder.queryField('taxonomyNode', (t) =>
    t.field({
      type: node,
      nullable: true,
      description: 'A page; null if there is none with this id or the viewer cannot see it.',
      args: { id: t.arg.id({ required: true, description: "The page's id." }) },
      resolve: async (_root, { id }, context) => {
        const viewer = viewerOf(context);
        const found = isUuid(id) ? await context.records.taxonomyNode.findUnique({ where: { id } }) : null;
        return found && viewer.roleIn(found.projectId) !== null ? found : null;
      },
    }),
  );
}

export function addTaxonomyNodesQuery(
  builder: Builder,
  { connection }: ReturnType<typeof addTaxonomyNode>,
  filter: ReturnType<typeof addTaxonomyFilter>,
): void {
  builder.queryField('taxonomyNodes', (t) =>
    t.field({
      type: connection,
      description:
        "A project's pages: siblings in order if the filter selects roots or a parent's children, else by URL. Empty for a project that the viewer cannot see.",
      args: {
        projectId: t.arg.id({ required: true, description: "The project's id." }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        filter: t.arg({ type: filter, description: 'A filter; all if absent.' }),
      },
      resolve: async (_root, { projectId, filter: wanted, ...args }, context) => {
        const page = pageOf(args);
        if (viewerOf(context).roleIn(projectId) !== null)
          return readTaxonomyNodes(context.records, projectId, wanted ?? {}, page);
        return connectionOf(
          [],
          page,
          () => '',
          async () => 0,
        );
      },
    }),
  );
}
