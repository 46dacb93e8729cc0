import type { ApiFeature } from '../graphql/feature.ts';
import { contactsFeature } from './contacts/feature.ts';
import { eventsFeature } from './events/feature.ts';
import type { Feature } from './feature.ts';
import { taxonomyFeature } from './taxonomy/feature.ts';

/** The importers that Sluice ships. Without its line here, and its folder, an importer is gone from the server. */
export const features: readonly Feature[] = [contactsFeature, taxonomyFeature, eventsFeature];

export function loadApiFeatures(): Promise<ApiFeature[]> {
  return Promise.all(features.map(({ api }) => api()));
}
