import type { ActionAnswerFragment } from '../../gql/generated/graphql.ts';
import { type ErrorReason, type InputIssue, SluiceError } from './errors.ts';
import type { ImportDetail, Page } from './types.ts';

interface Refusal extends ErrorReason {
  readonly message: string;
  readonly issues?: readonly InputIssue[];
}

interface Connection<Item> {
  readonly totalCount: number;
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Item }[];
}

/** What an action on an import answers with, as the import or as an error that is thrown. */
export function done(answer: ActionAnswerFragment): ImportDetail {
  return answer.__typename === 'ImportActionSuccess' ? answer.data : refuse(answer);
}

export function refuse({ code, params, message, issues }: Refusal): never {
  throw new SluiceError(code, message, { reason: { code, params }, issues });
}

/** A connection as a page; an empty one of what is not there. */
export function page<Item>(connection: Connection<Item> | null | undefined): Page<Item> {
  if (!connection) return { items: [], total: 0 };
  return { items: connection.edges.map((edge) => edge.node), total: connection.totalCount };
}

/** A stretch of a list that is read to its end. */
export interface Stretch<Item> {
  readonly items: readonly Item[];
  /** Of the whole list. */
  readonly total: number;
  /** Where the next stretch begins; null at the end. */
  readonly next: string | null;
}

export function stretch<Item>({ totalCount, pageInfo, edges }: Connection<Item>): Stretch<Item> {
  const next = pageInfo?.hasNextPage ? pageInfo.endCursor : null;
  return { items: edges.map(({ node }) => node), total: totalCount, next };
}
