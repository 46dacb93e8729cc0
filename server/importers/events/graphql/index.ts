import type { ApiFeature } from '../../../graphql/feature.ts';
import { addEntities } from './entity.ts';
import { addEntityKind } from './entityMatch.ts';
import { addEntityMutations } from './entityMutations.ts';
import { addEventQueries } from './eventQueries.ts';
import { entityHistoryOf } from './store/entityHistory.ts';

/** Events, what they refer to, and the review of that, in the API. */
export const eventsApi: ApiFeature = {
  addTo(builder) {
    const kind = addEntityKind(builder);
    addEventQueries(builder, addEntities(builder), kind);
    addEntityMutations(builder, kind);
  },
  history: { historyOf: entityHistoryOf },
};
