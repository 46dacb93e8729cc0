import type { ApiFeature } from '../../../graphql/feature.ts';
import { addEntities } from './entity.ts';
import { addEventQueries } from './eventQueries.ts';
import { entityHistoryOf } from './store/entityHistory.ts';

/** Events and what they refer to, in the API. */
export const eventsApi: ApiFeature = {
  addTo(builder) {
    addEventQueries(builder, addEntities(builder));
  },
  entityKinds: { VENUE: 'A venue.', ORGANIZER: 'An organizer.', CATEGORY: 'A category of events.' },
  history: { historyOf: entityHistoryOf },
};
