import type { Builder } from '../builder.ts';
import { pageOf } from '../paging.ts';
import { addConnection, PAGE_ARGS } from './connection.ts';

export interface TaxonomyNodeShape {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly derivedTitle: string;
  readonly description: string | null;
  readonly slug: string;
  readonly site: string;
  readonly parentId: string | null;
  readonly depth: number;
  readonly position: number;
  readonly metadata: unknown;
  readonly importId: string | null;
  readonly importedAt: Date | null;
  readonly updatedAt: Date;
}

/** TaxonomyNode and the list of them. */
export function addTaxonomyNode(builder: Builder) {
  const node = builder.objectRef<TaxonomyNodeShape>('TaxonomyNode');
  const connection = addConnection(builder, node, 'pages');
  node.implement({
    description: "A page of a site, in the hierarchy of its project's pages.",
    fields: (t) => ({
      id: t.exposeID('id', { description: "The page's id." }),
      url: t.exposeString('url', { description: 'Its canonical URL, unique in the project.' }),
      title: t.string({ description: 'As it was given, else made from the URL.', resolve: titleOf }),
      description: t.exposeString('description', { nullable: true, description: 'As it was given.' }),
      slug: t.exposeString('slug', { description: "The path's last segment, decoded; empty for a home page." }),
      site: t.exposeString('site', { description: 'Scheme, host and port. A hierarchy does not leave its site.' }),
      depth: t.exposeInt('depth', { description: 'Pages above it; 0 for a root.' }),
      position: t.exposeInt('position', {
        description:
          'From 1, among the children of its parent, or the roots of its site: by the positions that were given, those without one behind, and then by URL. 0 until an import of the site has ended.',
      }),
      siblingsBefore: t.int({
        description:
          'How many pages stand before it among the children of its parent, or among all roots of the project: its `offset` in `taxonomyNodes` with `parentId` or `rootsOnly`.',
        resolve: async (row, _args, context) => (await context.taxonomy.siblingsBefore(row.id)) ?? 0,
      }),
      metadata: t.expose('metadata', { type: 'JSON', description: 'What no field takes: column name to value.' }),
      importId: t.exposeID('importId', { nullable: true, description: 'The import that created it.' }),
      importedAt: t.expose('importedAt', { type: 'DateTime', nullable: true, description: 'When it was created.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When what is said of it last changed.' }),
      parent: t.field({
        type: node,
        nullable: true,
        description:
          "The nearest page that its path leads through, which may be the site's home page; null for a root.",
        resolve: async (row, _args, context) => (await context.taxonomy.ancestors(row)).at(-1) ?? null,
      }),
      ancestors: t.field({
        type: [node],
        description: 'All pages above it, from the root down to its parent.',
        resolve: async (row, _args, context) => [...(await context.taxonomy.ancestors(row))],
      }),
      breadcrumb: t.stringList({
        description: 'Titles from the root down to the page itself.',
        resolve: async (row, _args, context) => [...(await context.taxonomy.ancestors(row)), row].map(titleOf),
      }),
      children: t.field({
        type: connection,
        description: 'The pages right below it, in their order.',
        args: {
          first: t.arg.int({ description: PAGE_ARGS.first }),
          after: t.arg.string({ description: PAGE_ARGS.after }),
          offset: t.arg.int({ description: PAGE_ARGS.offset }),
        },
        resolve: (row, args, context) => context.taxonomy.children(row.id, pageOf(args)),
      }),
    }),
  });
  return { node, connection };
}

function titleOf({ title, derivedTitle }: TaxonomyNodeShape): string {
  return title ?? derivedTitle;
}
