import {
  CreateEntityDocument,
  type CreateEntityInput,
  EntityMappingsDocument,
  type EntityMappingsQuery,
  type EntityMappingsQueryVariables,
  ForgetEntityMappingDocument,
  type ForgetEntityMappingMutationVariables,
  MapEntityDocument,
  type MapEntityInput,
  ResolveEntitiesDocument,
  type ResolveEntitiesInput,
  type ReviewAnswerFragment,
  ReviewCountsDocument,
  UnresolvedEntitiesDocument,
  type UnresolvedEntitiesQuery,
  type UnresolvedEntitiesQueryVariables,
} from '../../../../gql/generated/graphql.ts';
import { page, refuse } from '../../../api/answers.ts';
import type { GraphqlClient } from '../../../api/client.ts';
import type { Page } from '../../../api/types.ts';

export type UnresolvedEntity = UnresolvedEntitiesQuery['unresolvedEntities']['edges'][number]['node'];
export type Candidate = UnresolvedEntity['candidates'][number];
export type EntityMapping = EntityMappingsQuery['entityMappings']['edges'][number]['node'];

export type Reviewed = Extract<ReviewAnswerFragment, { __typename: 'ReviewEntitiesSuccess' }>['data'];
/** How many wait in the whole queue, and of each kind. */
export type ReviewCounts = Readonly<Record<'all' | 'VENUE' | 'ORGANIZER' | 'CATEGORY', number>>;

/** What the review queue and the page of remembered decisions ask. All throw SluiceError. */
export interface ReviewApi {
  unresolvedEntities(variables: UnresolvedEntitiesQueryVariables): Promise<Page<UnresolvedEntity>>;
  reviewCounts(projectId: string): Promise<ReviewCounts>;
  entityMappings(variables: EntityMappingsQueryVariables): Promise<Page<EntityMapping>>;
  resolveEntities(input: ResolveEntitiesInput): Promise<Reviewed>;
  mapEntity(input: MapEntityInput): Promise<Reviewed>;
  forgetEntityMapping(variables: ForgetEntityMappingMutationVariables): Promise<Reviewed>;
  /** Gives its id. */
  createEntity(input: CreateEntityInput): Promise<string>;
}

export function reviewApi(client: GraphqlClient): ReviewApi {
  return {
    unresolvedEntities: async (variables) =>
      page((await client.request(UnresolvedEntitiesDocument, variables)).unresolvedEntities),
    async reviewCounts(projectId) {
      const { all, venues, organizers, categories } = await client.request(ReviewCountsDocument, { projectId });
      return {
        ...{ all: all.totalCount, VENUE: venues.totalCount },
        ...{ ORGANIZER: organizers.totalCount, CATEGORY: categories.totalCount },
      };
    },
    entityMappings: async (variables) => page((await client.request(EntityMappingsDocument, variables)).entityMappings),
    resolveEntities: async (input) =>
      reviewed((await client.request(ResolveEntitiesDocument, { input })).resolveEntities),
    mapEntity: async (input) => reviewed((await client.request(MapEntityDocument, { input })).mapEntity),
    forgetEntityMapping: async (variables) =>
      reviewed((await client.request(ForgetEntityMappingDocument, variables)).forgetEntityMapping),
    async createEntity(input) {
      const { createEntity: result } = await client.request(CreateEntityDocument, { input });
      return result.__typename === 'CreateEntitySuccess' ? result.data : refuse(result);
    },
  };
}

function reviewed(answer: ReviewAnswerFragment): Reviewed {
  return answer.__typename === 'ReviewEntitiesSuccess' ? answer.data : refuse(answer);
}
