import {
  CreateEntityDocument,
  type CreateEntityInput,
  DecideEntityMatchesDocument,
  type DecideEntityMatchesInput,
  DeleteEntityRuleDocument,
  type DeleteEntityRuleMutationVariables,
  EntityMatchesDocument,
  type EntityMatchesQuery,
  type EntityMatchesQueryVariables,
  EntityRulesDocument,
  type EntityRulesQuery,
  type EntityRulesQueryVariables,
  type ReviewAnswerFragment,
  ReviewCountsDocument,
  SetEntityRuleDocument,
  type SetEntityRuleInput,
} from '../../../../gql/generated/graphql.ts';
import { page, refuse } from '../../../api/answers.ts';
import type { GraphqlClient } from '../../../api/client.ts';
import type { Page } from '../../../api/types.ts';

export type EntityMatch = EntityMatchesQuery['entityMatches']['edges'][number]['node'];
export type Candidate = EntityMatch['candidates'][number];
export type EntityRule = EntityRulesQuery['entityRules']['edges'][number]['node'];

export type Reviewed = Extract<ReviewAnswerFragment, { __typename: 'ReviewEntitiesSuccess' }>['data'];
/** How many wait in the whole queue, and of each kind. */
export type ReviewCounts = Readonly<Record<'all' | 'VENUE' | 'ORGANIZER' | 'CATEGORY', number>>;

/** What the review queue and the page of remembered decisions ask. All throw SluiceError. */
export interface ReviewApi {
  entityMatches(variables: EntityMatchesQueryVariables): Promise<Page<EntityMatch>>;
  reviewCounts(projectId: string): Promise<ReviewCounts>;
  entityRules(variables: EntityRulesQueryVariables): Promise<Page<EntityRule>>;
  decideEntityMatches(input: DecideEntityMatchesInput): Promise<Reviewed>;
  setEntityRule(input: SetEntityRuleInput): Promise<Reviewed>;
  deleteEntityRule(variables: DeleteEntityRuleMutationVariables): Promise<Reviewed>;
  /** Gives its id. */
  createEntity(input: CreateEntityInput): Promise<string>;
}

export function reviewApi(client: GraphqlClient): ReviewApi {
  return {
    entityMatches: async (variables) => page((await client.request(EntityMatchesDocument, variables)).entityMatches),
    async reviewCounts(projectId) {
      const { all, venues, organizers, categories } = await client.request(ReviewCountsDocument, { projectId });
      return {
        ...{ all: all.totalCount, VENUE: venues.totalCount },
        ...{ ORGANIZER: organizers.totalCount, CATEGORY: categories.totalCount },
      };
    },
    entityRules: async (variables) => page((await client.request(EntityRulesDocument, variables)).entityRules),
    decideEntityMatches: async (input) =>
      reviewed((await client.request(DecideEntityMatchesDocument, { input })).decideEntityMatches),
    setEntityRule: async (input) => reviewed((await client.request(SetEntityRuleDocument, { input })).setEntityRule),
    deleteEntityRule: async (variables) =>
      reviewed((await client.request(DeleteEntityRuleDocument, variables)).deleteEntityRule),
    async createEntity(input) {
      const { createEntity: result } = await client.request(CreateEntityDocument, { input });
      return result.__typename === 'CreateEntitySuccess' ? result.data : refuse(result);
    },
  };
}

function reviewed(answer: ReviewAnswerFragment): Reviewed {
  return answer.__typename === 'ReviewEntitiesSuccess' ? answer.data : refuse(answer);
}
