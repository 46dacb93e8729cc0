import type { Db } from '../../sdk/records.ts';
import { notifyChange } from './notify.ts';

/** An import that was to run within its request has no place yet: jobs will do it, and it says so. */
export async function keepWaiting(tx: Db, importId: string, reason: string): Promise<void> {
  const [changed] = await tx.query<{ projectId: string; revision: number }>(
    `UPDATE import SET mode = 'ASYNC', mode_reason = $2, revision = revision + 1, updated_at = now()
      WHERE id = $1 AND mode = 'SYNC' AND started_at IS NULL
  RETURNING project_id AS "projectId", revision`,
    [importId, reason],
  );
  if (changed) await notifyChange(tx, { id: importId, ...changed });
}
