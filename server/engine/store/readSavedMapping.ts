import type { Db } from '../../sdk/records.ts';
import type { SavedMapping } from '../savedMapping.ts';
import { SAVED_MAPPING_COLUMNS } from './saveMapping.ts';

/** The saved mapping of that id; null where there is none. */
export async function readSavedMapping(db: Db, id: string): Promise<SavedMapping | null> {
  const [row] = await db.query<SavedMapping>(`SELECT ${SAVED_MAPPING_COLUMNS} FROM saved_mapping WHERE id = $1`, [id]);
  return row ?? null;
}
