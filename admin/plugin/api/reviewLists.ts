import type { EntityKind, EntityMatchFilter } from '../../gql/generated/graphql.ts';
import type { GraphqlClient } from './client.ts';
import { given, type ListFilter, type ReadList } from './lists.ts';
import { reviewApi } from './reviewApi.ts';

export interface RuleFilter {
  /** None are read without one. */
  readonly kind?: EntityKind;
  readonly target?: string;
  readonly search?: string;
}

/** What react-admin's lists of the review queue and of its rules read. */
export function reviewLists(client: GraphqlClient): Readonly<Record<string, ReadList>> {
  const review = reviewApi(client);
  return {
    review: ({ projectId, ...filter }: ListFilter<EntityMatchFilter>, { first, offset }) =>
      review.entityMatches({ projectId, first, offset, filter: given(filter) }),
    async rules({ projectId, kind, target, search }: ListFilter<RuleFilter>, { first, offset }) {
      if (kind === undefined) return { items: [], total: 0 };
      const { items, total } = await review.entityRules({
        ...{ projectId, kind, target: target ?? null, first, offset, search: search || null },
      });
      return { items: items.map((mapping) => ({ ...mapping, id: mapping.key })), total };
    },
  };
}
