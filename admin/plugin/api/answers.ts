import type { ActionAnswerFragment } from '../../gql/generated/graphql.ts';
import { type ErrorReason, type InputIssue, SluiceError } from './errors.ts';
import type { ImportDetail, Page } from './types.ts';

interface Refusal extends ErrorReason {
  readonly message: string;
  readonly issues?: readonly InputIssue[];
}

interface Connection<Item> {
  readonly totalCount: number;
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
