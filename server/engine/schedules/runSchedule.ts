import { v7 as uuidv7 } from 'uuid';
import { message } from '../../messages/catalogue.ts';
import type { Db } from '../../sdk/records.ts';
import { startImport } from '../commands/startImport.ts';
import type { EngineContext } from '../model/context.ts';
import { Conflict, InvalidInput, LimitExceeded, NotFound } from '../model/errors.ts';
import type { Schedule, ScheduleRun } from '../model/schedule.ts';
import { isAtWork, readSchedule, recordScheduleRun, takeDueSchedule } from '../store/schedules.ts';
import { nextTime } from './times.ts';

/**
 * Runs every schedule whose time has come; how many. One whose times passed while no server was up runs once. Several
 * processes may ask at the same time: each schedule is one's.
 */
export async function runDueSchedules(context: EngineContext, now: Date): Promise<number> {
  for (let count = 0; ; count += 1) {
    const ran = await context.database.transaction(async (tx) => {
      const schedule = await takeDueSchedule(tx, now);
      if (!schedule?.nextRunAt) return false;
      // Named by its time: a process that dies behind the start starts no second one.
      const key = `schedule-${schedule.id}-${schedule.nextRunAt.toISOString()}`;
      const run = await startOne(context, tx, schedule, { dueAt: schedule.nextRunAt, now, key });
      await recordScheduleRun(tx, run, nextTime(schedule.cron, schedule.timeZone, now));
      return true;
    });
    if (!ran) return count;
  }
}

/** Runs it now, paused or not; its times stay as they are. */
export async function runSchedule(context: EngineContext, actor: string, id: string, now: Date): Promise<ScheduleRun> {
  return context.database.transaction(async (tx) => {
    const schedule = await readSchedule(tx, id, { lock: true });
    if (!schedule) throw new NotFound(message('NO_SCHEDULE', { id }));
    const run = await startOne(context, tx, schedule, { dueAt: now, now, key: `schedule-${id}-${uuidv7()}` });
    const own = { ...run, actor };
    await recordScheduleRun(tx, own, schedule.nextRunAt);
    return own;
  });
}

interface Due {
  readonly dueAt: Date;
  readonly now: Date;
  readonly key: string;
}

async function startOne(context: EngineContext, tx: Db, schedule: Schedule, due: Due): Promise<ScheduleRun> {
  const actor = `schedule:${schedule.name}`;
  const run = { id: uuidv7(), scheduleId: schedule.id, dueAt: due.dueAt, at: due.now, actor };
  const { lastImportId } = schedule;
  if (lastImportId !== null && (await isAtWork(tx, lastImportId))) {
    return {
      ...run,
      outcome: 'OVERLAPPED',
      importId: lastImportId,
      reason: message('SCHEDULE_OVERLAPPED', { id: lastImportId }),
    };
  }
  const url = context.urls?.secretBox.open(schedule.encryptedUrl) ?? null;
  if (url === null) {
    return { ...run, outcome: 'REFUSED', importId: null, reason: message('SCHEDULE_ENCRYPTED_OTHERWISE') };
  }
  try {
    const importId = await startImport(context, actor, {
      ...schedule.input,
      ...{ projectId: schedule.projectId, importer: schedule.importerName, source: { kind: 'url', url } },
      idempotencyKey: due.key,
    });
    return { ...run, outcome: 'STARTED', importId, reason: null };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { ...run, outcome: 'REFUSED', importId: null, reason: error.reason };
  }
}

/** What a caller of startImport would be told. */
function isRefusal(error: unknown): error is InvalidInput | LimitExceeded | Conflict | NotFound {
  return [InvalidInput, LimitExceeded, Conflict, NotFound].some((kind) => error instanceof kind);
}
