import type { Message } from '../../messages/message.ts';
import { messageJson } from '../../messages/stored.ts';
import type { Db } from '../../sdk/records.ts';
import type { ImportPhase } from '../model/import.ts';
import { FINAL_STATUSES, STEPS, type StepName } from '../model/status.ts';
import { notifyChange } from './progress.ts';

export interface MoveOptions {
  /** Why it failed, paused or was cancelled. Otherwise the old reason is cleared. */
  readonly reason?: Message;
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
        SET status = ($3::text)::import_status, status_reason = $4::jsonb, revision = revision + 1, updated_at = now(),
            started_at = CASE WHEN $3 = 'RUNNING' THEN coalesce(started_at, now()) ELSE started_at END,
            finished_at = CASE WHEN $5 THEN now() ELSE NULL END,
            percent = CASE WHEN $3 LIKE 'COMPLETED%' OR $3 = 'UNDONE' THEN 100 ELSE percent END,
            -- A wait is no work: the rate starts anew. So does the count of failures when somebody resumes.
            rate_at = NULL, failed_in_a_row = CASE WHEN $3 = 'QUEUED' THEN 0 ELSE failed_in_a_row END
      WHERE id = $1 AND status::text = ANY($2::text[])
  RETURNING project_id AS "projectId", revision`,
    [id, from, to, messageJson(options.reason ?? null), final],
  );
  if (!moved) return false;
  await notifyChange(tx, { id, ...moved });
  return true;
}

/** From now on, percent and time left are of this phase, which has so many rows. */
export async function beginPhase(tx: Db, importId: string, phase: ImportPhase, rows: number): Promise<void> {
  await tx.query(
    'UPDATE import SET phase = $2::import_phase, percent = 0, phase_rows = $3, phase_rows_done = 0 WHERE id = $1',
    [importId, phase, rows],
  );
}

/**
 * How many more imports of this one's project may begin, held until the transaction ends: who begins one and who ends
 * one come here first, so that no place is given twice and none is left empty. `atOnce` is for projects without a
 * number of their own; null, from either, is no limit. Take the import's own row before.
 */
export async function lockSlots(tx: Db, importId: string, atOnce: number | null): Promise<number | null> {
  // The second number keeps this apart from the record locks.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended(project_id, 1)) FROM import WHERE id = $1', [importId]);
  // A statement of its own: it must see what was committed while the lock was waited for.
  const [found] = await tx.query<{ free: number | null }>(
    `SELECT coalesce(project.max_concurrent_imports, $2::int) -
              (SELECT count(*)::int FROM import WHERE project_id = project.id AND status = 'RUNNING') AS free
       FROM project WHERE id = (SELECT project_id FROM import WHERE id = $1)`,
    [importId, atOnce],
  );
  return found?.free ?? null;
}

export interface Waiting {
  readonly id: string;
  /** Of an upload that is still to be read. */
  readonly storeId: string | null;
}

/** Imports of this one's project that wait for their turn, the oldest first. */
export async function listWaiting(tx: Db, importId: string, most: number): Promise<Waiting[]> {
  return tx.query<Waiting>(
    `SELECT id, CASE WHEN NOT planned THEN source->>'storeId' END AS "storeId"
       FROM import
      WHERE project_id = (SELECT project_id FROM import WHERE id = $1) AND status = 'QUEUED' AND id <> $1
      ORDER BY id LIMIT $2`,
    [importId, most],
  );
}

/** An import that was to run within its request has no place yet: jobs will do it, and it says so. */
export async function keepWaiting(tx: Db, importId: string, reason: Message): Promise<void> {
  const [changed] = await tx.query<{ projectId: string; revision: number }>(
    `UPDATE import SET mode = 'ASYNC', mode_reason = $2::jsonb, revision = revision + 1, updated_at = now()
      WHERE id = $1 AND mode = 'SYNC' AND started_at IS NULL
  RETURNING project_id AS "projectId", revision`,
    [importId, messageJson(reason)],
  );
  if (changed) await notifyChange(tx, { id: importId, ...changed });
}
