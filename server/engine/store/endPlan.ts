import type { Db } from '../../sdk/records.ts';
import { notifyChange } from './notify.ts';

/**
 * The whole source is read: from now on the total is known. Returns whether all chunks are done already (then finish
 * is due); null when the import is no longer RUNNING, or another plan got here first.
 */
export async function endPlan(
  tx: Db,
  importId: string,
  rowsRead: number,
): Promise<{ readonly finishDue: boolean } | null> {
  const [ended] = await tx.query<{ projectId: string; revision: number; finishDue: boolean }>(
    `UPDATE import SET planned = true, revision = revision + 1, updated_at = now()
      WHERE id = $1 AND status = 'RUNNING' AND NOT planned AND rows_read = $2
  RETURNING project_id AS "projectId", revision, next_chunk = chunks_total AS "finishDue"`,
    [importId, rowsRead],
  );
  if (!ended) return null;
  await notifyChange(tx, { id: importId, projectId: ended.projectId, revision: ended.revision });
  return { finishDue: ended.finishDue };
}
