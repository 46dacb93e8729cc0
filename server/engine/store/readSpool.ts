import type { Json } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';

/** How far a source by URL has been fetched. */
export interface Spool {
  /** The stored file with its bytes so far. */
  readonly fileId: string;
  readonly name: string;
  /** The kind of feed; null for a file. */
  readonly feed: string | null;
  /** What the feed's next page is asked with; null before the first. */
  readonly next: Json;
  readonly pages: number;
  readonly rows: number;
  /** How many rows the feed says that it has; null where it does not. */
  readonly total: number | null;
  readonly done: boolean;
}

/** Null before anything was fetched. */
export async function readSpool(db: Db, importId: string): Promise<Spool | null> {
  const [row] = await db.query<Spool>(
    'SELECT file_id AS "fileId", name, feed, next, pages, rows, total, done FROM source_spool WHERE import_id = $1',
    [importId],
  );
  return row ?? null;
}
