import type { Db, RecordScope } from '../../sdk/index.ts';

/**
 * Notes that the sites of these nodes are to be linked anew. Noted with each change rather than worked out at the end:
 * a removed node is gone by then, and an import that was cancelled leaves its sites to whichever ends next.
 */
export async function noteStaleSites(db: Db, { projectId }: RecordScope, nodeIds: readonly string[]): Promise<void> {
  await db.query(
    `INSERT INTO taxonomy_stale_site (project_id, site)
     SELECT DISTINCT project_id, site FROM taxonomy_node WHERE project_id = $1 AND id = ANY($2::uuid[])
     ON CONFLICT DO NOTHING`,
    [projectId, nodeIds],
  );
}

export async function forgetStaleSites(db: Db, { projectId }: RecordScope): Promise<void> {
  await db.query('DELETE FROM taxonomy_stale_site WHERE project_id = $1', [projectId]);
}
