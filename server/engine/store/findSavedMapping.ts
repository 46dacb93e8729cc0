import type { Db } from '../../sdk/records.ts';
import type { SavedMapping } from '../savedMapping.ts';
import { SAVED_MAPPING_COLUMNS } from './saveMapping.ts';

/** The mapping saved last for a source with these headers; null where there is none. */
export async function findSavedMapping(
  db: Db,
  projectId: string,
  importerName: string,
  headerKey: Uint8Array,
): Promise<SavedMapping | null> {
  const [row] = await db.query<SavedMapping>(
    `SELECT ${SAVED_MAPPING_COLUMNS} FROM saved_mapping
      WHERE project_id = $1 AND importer_name = $2 AND header_key = $3
      ORDER BY updated_at DESC, id DESC LIMIT 1`,
    [projectId, importerName, headerKey],
  );
  return row ?? null;
}
