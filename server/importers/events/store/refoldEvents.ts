import type { Db, Json } from '../../../sdk/index.ts';

/** What of an event is made from names. */
export interface NamedParts {
  readonly title: string;
  readonly slug: string;
  readonly source: string | null;
  readonly slugStart: string;
  readonly venueId: string | null;
  readonly organizerIds: readonly string[];
  readonly categoryIds: readonly string[];
}

export interface StoredEvent extends NamedParts {
  readonly id: string;
  readonly projectId: string;
}

/** The next events above `after`, in the order of their ids. */
export function readEvents(db: Db, after: string, limit: number): Promise<StoredEvent[]> {
  return db.query(
    `SELECT id, project_id AS "projectId", title, slug, source, slug_start AS "slugStart", venue_id AS "venueId",
            organizer_ids AS "organizerIds", category_ids AS "categoryIds"
       FROM event WHERE id > $1::uuid ORDER BY id LIMIT $2`,
    [after, limit],
  );
}

/** What a row changed of an event: { field: [old, new] }. */
export type Changes = Readonly<Record<string, readonly [Json, Json]>>;

export interface StoredEntry {
  readonly recordId: string;
  readonly seq: string;
  readonly changes: Changes;
  /** Whether the import's rows have slugs of the source's own. */
  readonly hasSlugs: boolean;
}

/** What imports changed of these events, in their order. */
export function readProvenance(db: Db, eventIds: readonly string[]): Promise<StoredEntry[]> {
  return db.query(
    `SELECT record_id AS "recordId", seq::text, changes, import.mapping @> '[{"field": "slug"}]' AS "hasSlugs"
       FROM provenance JOIN import ON import.id = provenance.import_id
      WHERE record_id = ANY($1::text[]) AND record_type = 'event' AND changes IS NOT NULL ORDER BY record_id, provenance.seq`,
    [eventIds],
  );
}

/** The names by which the sources call each venue, as they are compared. */
export function readVenueNames(
  db: Db,
): Promise<{ readonly id: string; readonly matchName: string; readonly matchPlace: string }[]> {
  return db.query(
    `SELECT DISTINCT entity_id AS id, match_name AS "matchName", match_place AS "matchPlace" FROM entity_reference
      WHERE kind = 'VENUE' AND entity_id IS NOT NULL`,
  );
}

/** Which events have these keys. */
export function readKeys(
  db: Db,
  slugStarts: readonly string[],
): Promise<Pick<StoredEvent, 'id' | 'projectId' | 'slugStart'>[]> {
  return db.query(
    'SELECT id, project_id AS "projectId", slug_start AS "slugStart" FROM event WHERE slug_start = ANY($1::text[])',
    [slugStarts],
  );
}

export async function updateEvents(db: Db, events: readonly StoredEvent[]): Promise<void> {
  await db.query(
    `UPDATE event SET slug = made.slug, slug_start = made.slug_start, venue_id = made.venue_id,
            organizer_ids = made.organizer_ids::jsonb, category_ids = made.category_ids::jsonb
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[])
         AS made(id, slug, slug_start, venue_id, organizer_ids, category_ids)
      WHERE event.id = made.id`,
    [
      events.map(({ id }) => id),
      events.map(({ slug }) => slug),
      events.map(({ slugStart }) => slugStart),
      events.map(({ venueId }) => venueId),
      events.map(({ organizerIds }) => JSON.stringify(organizerIds)),
      events.map(({ categoryIds }) => JSON.stringify(categoryIds)),
    ],
  );
}

export async function updateProvenance(
  db: Db,
  entries: readonly Pick<StoredEntry, 'recordId' | 'seq' | 'changes'>[],
): Promise<void> {
  await db.query(
    `UPDATE provenance SET changes = made.changes::json
       FROM unnest($1::text[], $2::bigint[], $3::text[]) AS made(record_id, seq, changes)
      WHERE provenance.record_type = 'event' AND provenance.record_id = made.record_id AND provenance.seq = made.seq`,
    [
      entries.map(({ recordId }) => recordId),
      entries.map(({ seq }) => seq),
      entries.map(({ changes }) => JSON.stringify(changes)),
    ],
  );
}

export interface RenamedSighting {
  readonly projectId: string;
  readonly slugStart: string;
  readonly newAtStart: string;
  /** The same where the event has no venue in its key. */
  readonly newSlugStart: string;
}

/** What sources held, under the new keys: a retry of an import's failed rows looks again for what is missing. */
export async function renameSightings(db: Db, renamed: readonly RenamedSighting[]): Promise<void> {
  const values = [
    renamed.map(({ projectId }) => projectId),
    renamed.map(({ slugStart }) => slugStart),
    renamed.map(({ newAtStart }) => newAtStart),
    renamed.map(({ newSlugStart }) => newSlugStart),
  ];
  const names = `unnest($1::text[], $2::text[], $3::text[], $4::text[])
                   AS renamed(project_id, slug_start, new_at_start, new_slug_start)
                 JOIN import ON import.project_id = renamed.project_id AND import.importer_name = 'events'`;
  await db.query(
    `INSERT INTO event_sighting (import_id, slug_start, url, by_url)
     SELECT seen.import_id, new_at_start, seen.url, seen.by_url FROM ${names}
       JOIN event_sighting AS seen ON seen.import_id = import.id AND seen.slug_start = renamed.slug_start
     ON CONFLICT DO NOTHING`,
    values,
  );
  await db.query(
    `DELETE FROM event_sighting AS seen USING ${names}
      WHERE seen.import_id = import.id AND seen.slug_start = renamed.slug_start AND new_at_start <> renamed.slug_start`,
    values,
  );
  await db.query(
    `INSERT INTO event_sighting (import_id, slug_start)
     SELECT seen.import_id, new_slug_start FROM ${names}
       JOIN event_sighting AS seen ON seen.import_id = import.id AND seen.slug_start = new_at_start
     ON CONFLICT DO NOTHING`,
    values,
  );
}
