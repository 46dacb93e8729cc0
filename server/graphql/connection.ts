import type { Builder } from './builder.ts';
import type { Context } from './context.ts';
import { type Connection, connectionOf, type Edge, PAGE_SIZE, type PageArgs, pageOf } from './paging.ts';
import type { PageInfoShape } from './shapes.ts';
import { viewerOf } from './viewerOf.ts';

type ObjectRef<Shape> = PothosSchemaTypes.ObjectRef<Builder['$inferSchemaTypes'], Shape>;

/** The connection and edge types of a list whose nodes are of this type. `nodes` is what the descriptions call them. */
export function addConnection<Node>(
  builder: Builder,
  node: ObjectRef<Node>,
  nodes: string,
): ObjectRef<Connection<Node>> {
  const edge = builder.objectRef<Edge<Node>>(`${node.name}Edge`);
  edge.implement({
    description: `An entry of a list of ${nodes}.`,
    fields: (t) => ({
      cursor: t.string({ description: 'Pass it as `after` to continue after this entry.', resolve: (e) => e.cursor }),
      // `never`: Pothos works out what a resolver may return, and cannot for a type that is still a parameter.
      node: t.field({ type: node, description: 'The entry itself.', resolve: (e) => e.node as never }),
    }),
  });
  const connection = builder.objectRef<Connection<Node>>(`${node.name}Connection`);
  connection.implement({
    description: `A page of a list of ${nodes}.`,
    fields: (t) => ({
      totalCount: t.int({
        description: 'The number of entries that match the filter. It is counted only if you request it.',
        resolve: (list) => list.count(),
      }),
      pageInfo: t.field({
        type: 'PageInfo',
        description: 'The position of this page in the list.',
        resolve: pageInfoOf,
      }),
      edges: t.field({ type: [edge], description: "The page's entries.", resolve: (list) => list.edges }),
    }),
  });
  return connection;
}

/** The arguments of every list. */
export const PAGE_ARGS = {
  first: `The maximum number of entries; ${PAGE_SIZE.default} if absent, ${PAGE_SIZE.max} at most.`,
  after: 'Only entries after this cursor.',
  offset: 'Entries to skip, so that a table can jump to a page.',
} as const;

function pageInfoOf(connection: Connection<unknown>): PageInfoShape {
  return {
    hasNextPage: connection.hasNextPage,
    hasPreviousPage: connection.hasPreviousPage,
    startCursor: connection.edges.at(0)?.cursor ?? null,
    endCursor: connection.edges.at(-1)?.cursor ?? null,
  };
}

export function addPageInfo(builder: Builder): void {
  builder.objectType('PageInfo', {
    description: 'The position of a page in its list.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Whether there are more entries after this page.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
        description: 'Whether there are entries before this page.',
      }),
      startCursor: t.exposeString('startCursor', { nullable: true, description: "The first entry's cursor." }),
      endCursor: t.exposeString('endCursor', {
        nullable: true,
        description: "The last entry's cursor. Pass it as `after` for the next page.",
      }),
    }),
  });
}

/** The description of a list's argument. */
export const PROJECT_ARG = "The project's id. Empty for a project that the viewer cannot see.";

/** A page of what the viewer may see: nothing of a project that they may not. */
export function pageFor<Node>(
  context: Context,
  projectId: string,
  args: PageArgs,
  read: (page: ReturnType<typeof pageOf>) => Promise<Connection<Node>>,
): Promise<Connection<Node>> {
  const page = pageOf(args);
  if (viewerOf(context).roleIn(projectId) !== null) return read(page);
  const nothing = connectionOf<Node>(
    [],
    page,
    () => '',
    async () => 0,
  );
  return Promise.resolve(nothing);
}
