import type { ApiFeature } from '../../../graphql/feature.ts';
import { addTaxonomyFilter, addTaxonomyNode, addTaxonomyNodeQuery, addTaxonomyNodesQuery } from './taxonomy.ts';

/** The pages of sites, and their hierarchy, in the API. */
export const taxonomyApi: ApiFeature = {
  addTo(builder) {
    const node = addTaxonomyNode(builder);
    addTaxonomyNodeQuery(builder, node);
    addTaxonomyNodesQuery(builder, node, addTaxonomyFilter(builder));
  },
};
