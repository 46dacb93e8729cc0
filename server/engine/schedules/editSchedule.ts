import { v7 as uuidv7 } from 'uuid';
import { message } from '../../messages/catalogue.ts';
import type { Db } from '../../sdk/records.ts';
import { checkStart } from '../commands/checkStart.ts';
import { encryptUrl } from '../commands/encryptUrl.ts';
import type { EngineContext } from '../model/context.ts';
import { Conflict, type InputIssue, InvalidInput, NotFound } from '../model/errors.ts';
import type { NewSchedule, Schedule, ScheduleChange, ScheduledInput } from '../model/schedule.ts';
import { readSchedule, removeSchedule, saveSchedule } from '../store/schedules.ts';
import { cronIssue, isTimeZone, nextTime } from './times.ts';

const MAX_NAME = 100;

export async function createSchedule(
  context: EngineContext,
  actor: string,
  input: NewSchedule,
  now: Date,
): Promise<Schedule> {
  const { projectId, importer, name, url, cron, timeZone = 'UTC', ...rest } = input;
  const blank = {
    ...{ id: uuidv7(), projectId, importerName: importer, createdBy: actor, createdAt: now, lastImportId: null },
    ...{ shownUrl: '', encryptedUrl: '', paused: false },
  };
  const wanted = { ...blank, name, cron, timeZone, input: rest, updatedAt: now, nextRunAt: null };
  return context.database.transaction((tx) => save(context, tx, wanted, url, now));
}

export async function updateSchedule(
  context: EngineContext,
  id: string,
  change: ScheduleChange,
  now: Date,
): Promise<Schedule> {
  return context.database.transaction(async (tx) => {
    const before = await locked(tx, id);
    const { name = before.name, cron = before.cron, timeZone = before.timeZone, url, without = [], ...rest } = change;
    const input: ScheduledInput = { ...before.input, ...rest };
    for (const name of without) delete input[name];
    return save(context, tx, { ...before, name, cron, timeZone, input }, url, now);
  });
}

/** A time that comes while it is paused is left out. */
export async function setPaused(context: EngineContext, id: string, paused: boolean, now: Date): Promise<Schedule> {
  return context.database.transaction(async (tx) => {
    const before = await locked(tx, id);
    return before.paused === paused ? before : save(context, tx, { ...before, paused }, undefined, now);
  });
}

/** Its imports stay. */
export async function deleteSchedule({ database }: EngineContext, id: string): Promise<Schedule> {
  return database.transaction(async (tx) => {
    const before = await locked(tx, id);
    await removeSchedule(tx, id);
    return before;
  });
}

async function locked(tx: Db, id: string): Promise<Schedule> {
  const schedule = await readSchedule(tx, id, { lock: true });
  if (!schedule) throw new NotFound(message('NO_SCHEDULE', { id }));
  return schedule;
}

/** `url`: the one that it was given now; what is absent stays encrypted as it is. */
async function save(
  { urls, importers }: EngineContext,
  tx: Db,
  schedule: Schedule,
  url: string | undefined,
  now: Date,
): Promise<Schedule> {
  if (!urls) throw new InvalidInput([{ path: ['url'], message: message('FETCHES_NO_URLS') }]);
  const { cron, timeZone, name, importerName: importer, projectId } = schedule;
  checkTimes({ name, cron, timeZone });
  const { shownUrl, encrypted } =
    url === undefined ? { ...schedule, encrypted: schedule.encryptedUrl } : encryptUrl(urls, url, ['url']);
  checkStart(importers, { ...schedule.input, projectId, importer, source: { kind: 'url', url: shownUrl } });
  const nextRunAt = schedule.paused ? null : nextTime(cron, timeZone, now);
  const saved = { ...schedule, shownUrl, encryptedUrl: encrypted, updatedAt: now, nextRunAt };
  if (await saveSchedule(tx, saved, urls.secretBox.id)) return saved;
  throw new Conflict(message('NAME_TAKEN', { name }));
}

function checkTimes({ name, cron, timeZone }: Pick<Schedule, 'name' | 'cron' | 'timeZone'>): void {
  const issues: InputIssue[] = [];
  if (name.trim() === '' || name.length > MAX_NAME) {
    issues.push({ path: ['name'], message: message('NAME_LENGTH', { limit: MAX_NAME }) });
  }
  const wrong = cronIssue(cron);
  if (wrong !== null) issues.push({ path: ['cron'], message: wrong });
  if (!isTimeZone(timeZone)) {
    issues.push({ path: ['timeZone'], message: message('NO_TIME_ZONE', { name: timeZone }) });
  }
  const [first, ...others] = issues;
  if (first) throw new InvalidInput([first, ...others]);
}
