export type EntityKind = 'VENUE' | 'ORGANIZER' | 'CATEGORY';

/** The tables of the project's own entities. All have the same columns. */
export const TABLES: Readonly<Record<EntityKind, string>> = {
  VENUE: 'venue',
  ORGANIZER: 'organizer',
  CATEGORY: 'event_category',
};

/** The sentence about an id that is none of the project's. */
export const NOT_THERE = {
  VENUE: 'NO_ENTITY_VENUE',
  ORGANIZER: 'NO_ENTITY_ORGANIZER',
  CATEGORY: 'NO_ENTITY_CATEGORY',
} as const satisfies Readonly<Record<EntityKind, string>>;

/** The importer whose rows wait for decisions about them. */
export const IMPORTER = 'events';
