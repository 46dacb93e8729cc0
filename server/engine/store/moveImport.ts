import type { Db } from '../../sdk/records.ts';
import { FINAL_STATUSES, STEPS, type StepName } from '../status.ts';
import { notifyChange } from './notify.ts';

export interface MoveOptions {
  /** Words for a person: why it failed, paused or was cancelled. Otherwise the old reason is cleared. */
  readonly reason?: string;
}

/**
 * Takes the import one step of the status table, and tells everybody. False when its status does not allow the step:
 * nothing is changed then.
 */
export async function moveImport(tx: Db, id: string, step: StepName, options: MoveOptions = {}): Promise<boolean> {
  const { from, to } = STEPS[step];
  const final = FINAL_STATUSES.includes(to);
  const [moved] = await tx.query<{ projectId: string; revision: number }>(
    `UPDATE import
        SET status = ($3::text)::import_status, status_reason = $4, revision = revision + 1, updated_at = now(),
            started_at = CASE WHEN $3 = 'RUNNING' THEN coalesce(started_at, now()) ELSE started_at END,
            finished_at = CASE WHEN $5 THEN now() ELSE NULL END,
            percent = CASE WHEN $3 LIKE 'COMPLETED%' OR $3 = 'UNDONE' THEN 100 ELSE percent END,
            -- A wait is no work: the rate starts anew. So does the count of failures when somebody resumes.
            rate_at = NULL, failed_in_a_row = CASE WHEN $3 = 'QUEUED' THEN 0 ELSE failed_in_a_row END
      WHERE id = $1 AND status::text = ANY($2::text[])
  RETURNING project_id AS "projectId", revision`,
    [id, from, to, options.reason ?? null, final],
  );
  if (!moved) return false;
  await notifyChange(tx, { id, ...moved });
  return true;
}
