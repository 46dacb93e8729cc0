import type { Db } from '../../sdk/records.ts';

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
