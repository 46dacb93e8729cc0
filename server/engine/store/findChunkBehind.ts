import type { Db } from '../../sdk/records.ts';

/** The index of the first chunk from the source with a row behind this one; null where there is none. */
export async function findChunkBehind(db: Db, importId: string, row: number): Promise<number | null> {
  const [found] = await db.query<{ index: number | null }>(
    'SELECT min(index) AS index FROM import_chunk WHERE import_id = $1 AND from_source AND last_row > $2',
    [importId, row],
  );
  return found?.index ?? null;
}
