import type { GraphQLError } from 'graphql';
import { message } from '../messages/catalogue.ts';
import type { Message } from '../messages/message.ts';
import { isUuid } from '../sdk/isUuid.ts';
import { MAX_INTEGER } from '../sdk/storable.ts';
import { messageError } from './errors.ts';

/** Rows of a page when `first` is absent, and the most that it may ask for. */
export const PAGE_SIZE = { default: 50, max: 1000 } as const;

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly offset?: number | null | undefined;
}

/** A page in the database's terms: after the row with this key, past `skip` rows, at most `take` of them. */
export interface Page {
  readonly after: string | null;
  readonly skip: number;
  readonly take: number;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Called only when totalCount is selected. */
  count(): Promise<number>;
}

/** The page that a connection's arguments ask for. Throws a top-level error with code INVALID_INPUT. */
export function pageOf(args: PageArgs): Page {
  const take = args.first ?? PAGE_SIZE.default;
  const skip = args.offset ?? 0;
  if (take < 0 || take > PAGE_SIZE.max) throw invalidArgument(message('FIRST_RANGE', { limit: PAGE_SIZE.max }));
  if (skip < 0) throw invalidArgument(message('OFFSET_RANGE'));
  return { after: args.after == null ? null : Buffer.from(args.after, 'base64url').toString(), skip, take };
}

/** The page's cursor as a number, for lists in the order of one; 0 without a cursor. */
export function numberAfter(page: Page): number {
  if (page.after === null) return 0;
  const number = Number(page.after);
  if (!Number.isSafeInteger(number) || number < -1 || number > MAX_INTEGER) throw unknownCursor();
  return number;
}

/** Where the row with an id is looked for: within the project of the list. */
type FindWithin<Where> = (where: { where: Where; select: { id: true } }) => PromiseLike<object | null>;

/**
 * A page's cursor where it is the id of a row whose values say where the page begins. The row is looked up within the
 * list's own project: that of another project is as unknown as one that was never there, or it would tell its position.
 */
export async function requireCursor(
  page: Page,
  projectId: string,
  findFirst: FindWithin<{ id: string; projectId: string }>,
): Promise<string | null> {
  if (page.after === null) return null;
  if (!isUuid(page.after)) throw unknownCursor();
  const found = await findFirst({ where: { id: page.after, projectId }, select: { id: true } });
  if (found === null) throw unknownCursor();
  return page.after;
}

/** The page's beginning for Prisma, after the row that `requireCursor` found. */
export function behind(cursor: string | null, page: Page): { skip: number; cursor?: { id: string } } {
  return cursor === null ? { skip: page.skip } : { cursor: { id: cursor }, skip: page.skip + 1 };
}

export function unknownCursor(): GraphQLError {
  return invalidArgument(message('AFTER_CURSOR'));
}

function invalidArgument(reason: Message): GraphQLError {
  return messageError(reason, { code: 'INVALID_INPUT' });
}

/** The list of a project that the viewer may not see. */
export function emptyConnection(page: Page): Connection<never> {
  return connectionOf<never>([], page, String, () => Promise.resolve(0));
}

/** The same page with other nodes. */
export function mapConnection<Node, Mapped>(
  connection: Connection<Node>,
  map: (node: Node) => Mapped,
): Connection<Mapped> {
  return { ...connection, edges: connection.edges.map(({ cursor, node }) => ({ cursor, node: map(node) })) };
}

/** A connection over rows that were read with one more than the page takes, so as to know whether there are more. */
export function connectionOf<Node>(
  rows: readonly Node[],
  page: Page,
  keyOf: (node: Node) => string | number,
  count: () => Promise<number>,
): Connection<Node> {
  return {
    edges: rows.slice(0, page.take).map((node) => ({
      cursor: Buffer.from(String(keyOf(node))).toString('base64url'),
      node,
    })),
    hasNextPage: rows.length > page.take,
    hasPreviousPage: page.after !== null || page.skip > 0,
    count,
  };
}
