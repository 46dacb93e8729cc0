import { contactsFeature } from './contacts/feature.tsx';
import { eventsFeature } from './events/feature.tsx';
import type { ImporterFeature } from './feature.ts';
import { taxonomyFeature } from './taxonomy/feature.ts';

/**
 * The importers that Sluice ships. An importer is removed with its folder, its line here and the lines of its words in
 * i18n/en.ts and i18n/de.ts: words are apart, since German is loaded when it is chosen, and tests read them without React.
 */
export const features: readonly ImporterFeature[] = [contactsFeature, taxonomyFeature, eventsFeature];
