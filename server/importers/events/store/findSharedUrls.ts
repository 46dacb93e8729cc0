import type { Db, RecordScope } from '../../../sdk/index.ts';

export interface SightedUrl {
  readonly url: string;
  readonly slugStart: string;
}

/** Which of these URLs are those of several events: in the project, or among what this import's source held so far. */
export async function findSharedUrls(
  db: Db,
  { projectId, importId }: RecordScope,
  sighted: readonly SightedUrl[],
): Promise<string[]> {
  const found = await db.query<{ url: string }>(
    `SELECT DISTINCT asked.url FROM unnest($3::text[], $4::text[]) AS asked(url, slug_start)
      WHERE (SELECT count(*) FROM (SELECT FROM event WHERE project_id = $1 AND url = asked.url LIMIT 2) AS found) > 1
         OR EXISTS (SELECT FROM event_sighting AS seen
                     WHERE seen.import_id = $2 AND seen.url = asked.url AND seen.slug_start <> asked.slug_start)`,
    [projectId, importId, sighted.map(({ url }) => url), sighted.map(({ slugStart }) => slugStart)],
  );
  return found.map(({ url }) => url);
}
