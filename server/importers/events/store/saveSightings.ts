import type { Db } from '../../../sdk/index.ts';
import type { EventInput } from '../eventInput.ts';

/** Notes which events the import's source held, whatever becomes of their rows. */
export async function saveSightings(
  db: Db,
  importId: string,
  inputs: readonly Pick<EventInput, 'event' | 'byUrl' | 'atStart'>[],
): Promise<void> {
  // By its venue too, where that tells it from others. A URL goes with the start alone: at another venue it is the same.
  const atVenue = inputs.flatMap(({ event, atStart }) => (atStart === event.slugStart ? [] : [event.slugStart]));
  await db.query(
    `INSERT INTO event_sighting (import_id, slug_start, url, by_url)
     SELECT DISTINCT ON (slug_start) $1::uuid, slug_start, url, by_url
       FROM unnest($2::text[], $3::text[], $4::boolean[]) AS seen(slug_start, url, by_url)
     ON CONFLICT DO NOTHING`,
    [
      importId,
      [...inputs.map(({ atStart }) => atStart), ...atVenue],
      [...inputs.map(({ event }) => event.url), ...atVenue.map(() => null)],
      [...inputs.map(({ byUrl }) => byUrl), ...atVenue.map(() => true)],
    ],
  );
}
