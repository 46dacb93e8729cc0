import type { Db } from '../../sdk/records.ts';
import type { SavedMapping } from '../model/savedMapping.ts';

export interface NewSavedMapping extends Omit<SavedMapping, 'createdAt' | 'updatedAt'> {
  readonly headerKey: Uint8Array;
}

/** Columns of saved_mapping as the engine sees them. */
export const SAVED_MAPPING_COLUMNS = `id, project_id AS "projectId", importer_name AS "importerName", name, headers,
  mapping, field_rules AS "fieldRules", format, created_by AS "createdBy", created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Keeps a mapping in place of one of the same name; it keeps that one's id and maker then. */
export async function saveMapping(db: Db, saved: NewSavedMapping): Promise<SavedMapping | null> {
  const [row] = await db.query<SavedMapping>(
    `INSERT INTO saved_mapping (id, project_id, importer_name, name, headers, header_key, mapping, field_rules, format,
                                created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9::jsonb, $10)
     ON CONFLICT (project_id, importer_name, name) DO UPDATE
        SET headers = excluded.headers, header_key = excluded.header_key, mapping = excluded.mapping,
            field_rules = excluded.field_rules, format = excluded.format, updated_at = now()
  RETURNING ${SAVED_MAPPING_COLUMNS}`,
    [
      saved.id,
      saved.projectId,
      saved.importerName,
      saved.name,
      saved.headers,
      saved.headerKey,
      JSON.stringify(saved.mapping),
      JSON.stringify(saved.fieldRules),
      JSON.stringify(saved.format),
      saved.createdBy,
    ],
  );
  return row ?? null;
}

/** The saved mapping of that id; null where there is none. */
export async function readSavedMapping(db: Db, id: string): Promise<SavedMapping | null> {
  const [row] = await db.query<SavedMapping>(`SELECT ${SAVED_MAPPING_COLUMNS} FROM saved_mapping WHERE id = $1`, [id]);
  return row ?? null;
}

/** All saved mappings of a project and importer, by name. */
export function listSavedMappings(db: Db, projectId: string, importerName: string): Promise<SavedMapping[]> {
  return db.query<SavedMapping>(
    `SELECT ${SAVED_MAPPING_COLUMNS} FROM saved_mapping
      WHERE project_id = $1 AND importer_name = $2 ORDER BY name`,
    [projectId, importerName],
  );
}

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

/** How many mappings of other names a project has for an importer. */
export async function countOtherMappings(
  db: Db,
  projectId: string,
  importerName: string,
  name: string,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM saved_mapping WHERE project_id = $1 AND importer_name = $2 AND name <> $3`,
    [projectId, importerName, name],
  );
  return row?.count ?? 0;
}

/** Takes a saved mapping away; gives what it was, or null where there was none. */
export async function deleteMapping(db: Db, id: string): Promise<SavedMapping | null> {
  const [row] = await db.query<SavedMapping>(
    `DELETE FROM saved_mapping WHERE id = $1 RETURNING ${SAVED_MAPPING_COLUMNS}`,
    [id],
  );
  return row ?? null;
}
