import type { ApiFeature } from '../graphql/feature.ts';
import { contactsFeature } from './contacts/feature.ts';
import { eventsFeature } from './events/feature.ts';
import type { Feature } from './feature.ts';
import { taxonomyFeature } from './taxonomy/feature.ts';

/** The importers that Sluice ships. An importer is removed from the server with its folder and its line here. */
export const features: readonly Feature[] = [contactsFeature, taxonomyFeature, eventsFeature];

export function loadApiFeatures(): Promise<ApiFeature[]> {
  return Promise.all(features.map(({ api }) => api()));
}
