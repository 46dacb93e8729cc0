import { contactsFeature } from './contacts/feature.tsx';
import { eventsFeature } from './events/feature.tsx';
import type { ImporterFeature } from './feature.ts';
import { taxonomyFeature } from './taxonomy/feature.ts';

/** The importers that Sluice ships. Without its line here, and its folder, an importer is gone from the console. */
export const features: readonly ImporterFeature[] = [contactsFeature, taxonomyFeature, eventsFeature];
