export type EntityKind = 'VENUE' | 'ORGANIZER' | 'CATEGORY';

/** The tables of the project's own entities. All have the same columns. */
export const TABLES: Readonly<Record<EntityKind, string>> = {
  VENUE: 'venue',
  ORGANIZER: 'organizer',
  CATEGORY: 'event_category',
};

export const NOUNS: Readonly<Record<EntityKind, string>> = {
  VENUE: 'venue',
  ORGANIZER: 'organizer',
  CATEGORY: 'category',
};

/** The importer whose rows wait for decisions about them. */
export const IMPORTER = 'events';
