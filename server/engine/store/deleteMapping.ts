import type { Db } from '../../sdk/records.ts';
import type { SavedMapping } from '../savedMapping.ts';
import { SAVED_MAPPING_COLUMNS } from './saveMapping.ts';

/** Takes a saved mapping away; gives what it was, or null where there was none. */
export async function deleteMapping(db: Db, id: string): Promise<SavedMapping | null> {
  const [row] = await db.query<SavedMapping>(
    `DELETE FROM saved_mapping WHERE id = $1 RETURNING ${SAVED_MAPPING_COLUMNS}`,
    [id],
  );
  return row ?? null;
}
