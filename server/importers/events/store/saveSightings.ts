import type { Db } from '../../../sdk/index.ts';

/** Notes which events the import's source held, whatever becomes of their rows. */
export async function saveSightings(
  db: Db,
  importId: string,
  events: readonly { readonly slugStart: string; readonly url: string | null }[],
): Promise<void> {
  await db.query(
    `INSERT INTO event_sighting (import_id, slug_start, url)
     SELECT DISTINCT ON (slug_start) $1::uuid, slug_start, url FROM unnest($2::text[], $3::text[]) AS seen(slug_start, url)
     ON CONFLICT DO NOTHING`,
    [importId, events.map(({ slugStart }) => slugStart), events.map(({ url }) => url)],
  );
}
