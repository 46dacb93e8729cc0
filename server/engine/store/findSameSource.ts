import type { Db } from '../../sdk/records.ts';

/** The project's newest earlier import of the same bytes by the same importer, dry runs and what was undone left out. */
export async function findSameSource(
  db: Db,
  projectId: string,
  importerName: string,
  sha256: Uint8Array,
): Promise<{ readonly id: string; readonly createdAt: Date } | null> {
  const [row] = await db.query<{ id: string; createdAt: Date }>(
    `SELECT id, created_at AS "createdAt" FROM import
      WHERE project_id = $1 AND source_sha256 = $2 AND importer_name = $3 AND NOT dry_run AND status <> 'UNDONE'
      ORDER BY created_at DESC LIMIT 1`,
    [projectId, sha256, importerName],
  );
  return row ?? null;
}
