import {
  CreateEntityDocument,
  type CreateEntityInput,
  DecideEntityMatchesDocument,
  type DecideEntityMatchesInput,
  DeleteEntityRuleDocument,
  type DeleteEntityRuleMutationVariables,
  type EntityKind,
  EntityMatchesDocument,
  type EntityMatchesQuery,
  type EntityMatchesQueryVariables,
  EntityOptionsDocument,
  type EntityOptionsQuery,
  type EntityOptionsQueryVariables,
  EntityRulesDocument,
  type EntityRulesQuery,
  type EntityRulesQueryVariables,
  type ReviewAnswerFragment,
  ReviewKindsDocument,
  type ReviewKindsQuery,
  SetEntityRuleDocument,
  type SetEntityRuleInput,
} from '../../gql/generated/graphql.ts';
import { page, refuse } from './answers.ts';
import type { GraphqlClient } from './client.ts';
import type { Page } from './types.ts';

export type EntityMatch = EntityMatchesQuery['entityMatches']['edges'][number]['node'];
export type Candidate = EntityMatch['candidates'][number];
export type EntityRule = EntityRulesQuery['entityRules']['edges'][number]['node'];

export type Reviewed = Extract<ReviewAnswerFragment, { __typename: 'ReviewEntitiesSuccess' }>['data'];
/** A kind of record that names can mean, with how many names of it wait. */
export type ReviewKind = ReviewKindsQuery['reviewKinds'][number];
export type EntityOption = EntityOptionsQuery['entityOptions'][number];

/** What tells a kind from others. */
export interface KindRef {
  readonly kind: EntityKind;
  /** The table of a RECORD; null or absent for another kind. */
  readonly target?: string | null;
}

export function sameKind(one: KindRef, other: KindRef): boolean {
  return one.kind === other.kind && (one.target ?? null) === (other.target ?? null);
}

/** What the review queue and the page of rules ask. All throw SluiceError. */
export interface ReviewApi {
  entityMatches(variables: EntityMatchesQueryVariables): Promise<Page<EntityMatch>>;
  reviewKinds(projectId: string): Promise<readonly ReviewKind[]>;
  entityOptions(variables: EntityOptionsQueryVariables): Promise<readonly EntityOption[]>;
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
    reviewKinds: async (projectId) => (await client.request(ReviewKindsDocument, { projectId })).reviewKinds,
    entityOptions: async (variables) => (await client.request(EntityOptionsDocument, variables)).entityOptions,
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
