import { messageJson } from '../../messages/stored.ts';
import type { Db } from '../../sdk/records.ts';
import type { Schedule, ScheduleRun } from '../model/schedule.ts';

const COLUMNS = `id, project_id AS "projectId", name, importer_name AS "importerName", shown_url AS "shownUrl",
  encrypted_url AS "encryptedUrl", input, cron, time_zone AS "timeZone", paused, created_by AS "createdBy",
  created_at AS "createdAt", updated_at AS "updatedAt", next_run_at AS "nextRunAt", last_import_id AS "lastImportId"`;

/** The schedule; null where there is none. `lock` holds it until the transaction ends. */
export async function readSchedule(db: Db, id: string, options = { lock: false }): Promise<Schedule | null> {
  const [row] = await db.query<Schedule>(
    `SELECT ${COLUMNS} FROM import_schedule WHERE id = $1 ${options.lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return row ?? null;
}

/** The schedule whose time has come longest ago, for this transaction alone; null where none is due. */
export async function takeDueSchedule(tx: Db, now: Date): Promise<Schedule | null> {
  const [row] = await tx.query<Schedule>(
    `SELECT ${COLUMNS} FROM import_schedule WHERE next_run_at <= $1 AND NOT paused
      ORDER BY next_run_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now],
  );
  return row ?? null;
}

/** Writes all of it, new or changed. False where another schedule of the project has the name. */
export async function saveSchedule(tx: Db, schedule: Schedule, secretId: string): Promise<boolean> {
  const { id, projectId, name } = schedule;
  const [other] = await tx.query('SELECT id FROM import_schedule WHERE project_id = $1 AND name = $2 AND id <> $3', [
    projectId,
    name,
    id,
  ]);
  if (other) return false;
  const written = await tx.query(
    `INSERT INTO import_schedule (id, project_id, name, importer_name, shown_url, encrypted_url, secret_id, input, cron,
                                  time_zone, paused, created_by, created_at, updated_at, next_run_at, last_import_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, shown_url = excluded.shown_url, encrypted_url = excluded.encrypted_url,
            secret_id = excluded.secret_id, input = excluded.input, cron = excluded.cron, time_zone = excluded.time_zone,
            paused = excluded.paused, updated_at = excluded.updated_at, next_run_at = excluded.next_run_at,
            last_import_id = excluded.last_import_id
  RETURNING id`,
    [
      ...[id, projectId, name, schedule.importerName, schedule.shownUrl, schedule.encryptedUrl, secretId],
      ...[JSON.stringify(schedule.input), schedule.cron, schedule.timeZone, schedule.paused, schedule.createdBy],
      ...[schedule.createdAt, schedule.updatedAt, schedule.nextRunAt, schedule.lastImportId],
    ],
  );
  return written.length > 0;
}

export async function removeSchedule(tx: Db, id: string): Promise<void> {
  await tx.query('DELETE FROM import_schedule WHERE id = $1', [id]);
}

/** What came of a time; the following one is written with it. */
export async function recordScheduleRun(tx: Db, run: ScheduleRun, nextRunAt: Date | null): Promise<void> {
  await tx.query(
    `INSERT INTO schedule_run (id, schedule_id, due_at, at, actor, outcome, import_id, reason)
     VALUES ($1, $2, $3, $4, $5, $6::schedule_outcome, $7, $8::jsonb)`,
    [run.id, run.scheduleId, run.dueAt, run.at, run.actor, run.outcome, run.importId, messageJson(run.reason)],
  );
  await tx.query(
    'UPDATE import_schedule SET next_run_at = $2, last_import_id = coalesce($3, last_import_id) WHERE id = $1',
    [run.scheduleId, nextRunAt, run.importId],
  );
}

/** Whether the schedule's last import is still at work, or waits for somebody. */
export async function isAtWork(tx: Db, importId: string): Promise<boolean> {
  const [row] = await tx.query(
    `SELECT id FROM import WHERE id = $1 AND status IN ('QUEUED', 'RUNNING', 'PAUSED', 'UNDOING')`,
    [importId],
  );
  return row !== undefined;
}
