import type { Db } from '../../sdk/records.ts';
import type { SavedMapping } from '../savedMapping.ts';

export interface NewSavedMapping extends Omit<SavedMapping, 'createdAt' | 'updatedAt'> {
  readonly headerKey: Uint8Array;
}

/** Columns of saved_mapping as the engine sees them. */
export const SAVED_MAPPING_COLUMNS = `id, project_id AS "projectId", importer_name AS "importerName", name, headers,
  mapping, format, created_by AS "createdBy", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Keeps a mapping in place of one of the same name; it keeps that one's id and maker then. */
export async function saveMapping(db: Db, saved: NewSavedMapping): Promise<SavedMapping | null> {
  const [row] = await db.query<SavedMapping>(
    `INSERT INTO saved_mapping (id, project_id, importer_name, name, headers, header_key, mapping, format, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9)
     ON CONFLICT (project_id, importer_name, name) DO UPDATE
        SET headers = excluded.headers, header_key = excluded.header_key, mapping = excluded.mapping,
            format = excluded.format, updated_at = now()
  RETURNING ${SAVED_MAPPING_COLUMNS}`,
    [
      saved.id,
      saved.projectId,
      saved.importerName,
      saved.name,
      saved.headers,
      saved.headerKey,
      JSON.stringify(saved.mapping),
      JSON.stringify(saved.format),
      saved.createdBy,
    ],
  );
  return row ?? null;
}
