import {
  TaxonomyNodeDocument,
  type TaxonomyNodeQuery,
  TaxonomyNodesDocument,
  type TaxonomyNodesQueryVariables,
  TaxonomyPlaceDocument,
  type TaxonomyPlaceQuery,
  TaxonomySearchDocument,
  type TaxonomySearchQuery,
  type TaxonomySearchQueryVariables,
  type TreeNodeFragment,
} from '../../../gql/generated/graphql.ts';
import { page } from '../../api/answers.ts';
import type { GraphqlClient } from '../../api/client.ts';
import type { Page } from '../../api/types.ts';

export type TreeNode = TreeNodeFragment;
export type FoundNode = TaxonomySearchQuery['taxonomyNodes']['edges'][number]['node'];
export type TaxonomyDetail = NonNullable<TaxonomyNodeQuery['taxonomyNode']>;
export type TaxonomyPlace = NonNullable<TaxonomyPlaceQuery['taxonomyNode']>;

/** What the pages of the taxonomy ask. All throw SluiceError. */
export interface TaxonomyApi {
  taxonomyNodes(variables: TaxonomyNodesQueryVariables): Promise<Page<TreeNode>>;
  taxonomySearch(variables: TaxonomySearchQueryVariables): Promise<Page<FoundNode>>;
  /** Null: there is none with this id, or the viewer may not see it. */
  taxonomyNode(id: string): Promise<TaxonomyDetail | null>;
  /** Null: there is none with this id, or the viewer may not see it. */
  taxonomyPlace(id: string): Promise<TaxonomyPlace | null>;
}

export function taxonomyApi(client: GraphqlClient): TaxonomyApi {
  return {
    taxonomyNodes: async (variables) => page((await client.request(TaxonomyNodesDocument, variables)).taxonomyNodes),
    taxonomySearch: async (variables) => page((await client.request(TaxonomySearchDocument, variables)).taxonomyNodes),
    taxonomyNode: async (id) => (await client.request(TaxonomyNodeDocument, { id })).taxonomyNode,
    taxonomyPlace: async (id) => (await client.request(TaxonomyPlaceDocument, { id })).taxonomyNode,
  };
}
