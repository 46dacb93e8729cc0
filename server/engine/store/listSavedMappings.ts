import type { Db } from '../../sdk/records.ts';
import type { SavedMapping } from '../savedMapping.ts';
import { SAVED_MAPPING_COLUMNS } from './saveMapping.ts';

/** All saved mappings of a project and importer, by name. */
export function listSavedMappings(db: Db, projectId: string, importerName: string): Promise<SavedMapping[]> {
  return db.query<SavedMapping>(
    `SELECT ${SAVED_MAPPING_COLUMNS} FROM saved_mapping
      WHERE project_id = $1 AND importer_name = $2 ORDER BY name`,
    [projectId, importerName],
  );
}
