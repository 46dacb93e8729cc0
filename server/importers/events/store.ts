import { type JsonObject, type TableColumn, tableStore } from '../../sdk/index.ts';

/** The record of an event. Null is unknown; lists and objects are empty rather than null. */
export type EventFields = {
  readonly url: string | null;
  readonly slug: string;
  readonly source: string | null;
  readonly slugStart: string;
  readonly title: string;
  readonly description: string | null;
  readonly excerpt: string | null;
  readonly startAt: string;
  readonly endAt: string | null;
  readonly startLocal: string;
  readonly endLocal: string | null;
  readonly timezone: string | null;
  readonly allDay: boolean;
  readonly imageUrl: string | null;
  readonly cost: string | null;
  readonly website: string | null;
  readonly status: string | null;
  readonly venueId: string | null;
  /** In the order of the source. */
  readonly organizerIds: readonly string[];
  /** In the order of the ids, and tags in that of their names: a feed's order says nothing. */
  readonly categoryIds: readonly string[];
  readonly tags: readonly string[];
  readonly customFields: JsonObject;
  /** It vanished from its feed. */
  readonly removed: boolean;
};

const text = (column: string): TableColumn => ({ column, type: 'text' });

export const eventStore = tableStore<EventFields>({
  type: 'event',
  table: 'event',
  columns: {
    url: text('url'),
    slug: text('slug'),
    source: text('source'),
    slugStart: text('slug_start'),
    title: text('title'),
    description: text('description'),
    excerpt: text('excerpt'),
    startAt: { column: 'start_at', type: 'timestamptz' },
    endAt: { column: 'end_at', type: 'timestamptz' },
    startLocal: text('start_local'),
    endLocal: text('end_local'),
    timezone: text('timezone'),
    allDay: { column: 'all_day', type: 'boolean' },
    imageUrl: text('image_url'),
    cost: text('cost'),
    website: text('website'),
    status: text('status'),
    venueId: { column: 'venue_id', type: 'uuid' },
    organizerIds: { column: 'organizer_ids', type: 'jsonb' },
    categoryIds: { column: 'category_ids', type: 'jsonb' },
    tags: { column: 'tags', type: 'jsonb' },
    customFields: { column: 'custom_fields', type: 'jsonb' },
    removed: { column: 'removed', type: 'boolean' },
  },
  keys: {
    url: { column: 'url', value: ({ url }) => url },
    slugStart: { column: 'slug_start', value: ({ slugStart }) => slugStart },
  },
  stamps: { importedAt: 'imported_at', importId: 'import_id', updatedAt: 'updated_at' },
});
