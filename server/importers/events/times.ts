import { DateTime } from 'luxon';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { Invalid, type Moment, RowRejected } from '../../sdk/index.ts';
import { zoneName, zoneOf } from './zone.ts';

/** What a row says of when its event is. */
export interface GivenTimes {
  readonly utcStart: Moment | null;
  readonly utcEnd: Moment | null;
  readonly start: Moment | null;
  readonly end: Moment | null;
  /** For tables that have them in columns of their own. HH:mm:ss. */
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly timezone: string | null;
  readonly allDay: boolean | null;
}

export interface EventTimes {
  /** As of Date.toISOString. */
  readonly startAt: string;
  readonly endAt: string | null;
  /** yyyy-MM-dd HH:mm:ss, as a clock at the place shows it. */
  readonly startLocal: string;
  readonly endLocal: string | null;
  readonly timezone: string | null;
  readonly allDay: boolean;
}

const DAY_START = '00:00:00';
const DAY_END = '23:59:59';

/**
 * When an event is. UTC and the zone are the truth where the row has them; local times need a zone, the row's or the
 * option's. A start that names only a day is that whole day. Throws RowRejected: REQUIRED, UNKNOWN_TIMEZONE,
 * INVALID_DATE (a time that the clock skips), END_BEFORE_START.
 */
export function eventTimes(given: GivenTimes, defaultZone: string | undefined): EventTimes {
  const zone = given.timezone ?? defaultZone ?? null;
  const allDay = given.allDay ?? isWholeDay(given);
  const startAt = startOf(given, zone, allDay);
  const endAt = endOf(given, zone, allDay);
  if (endAt !== null && endAt < startAt) throw rowError('end', message('END_BEFORE_START'));
  const local = (at: string) => localTime(at, zone ?? 'UTC');
  const endLocal = endAt === null ? null : local(endAt);
  return { startAt, endAt, startLocal: local(startAt), endLocal, timezone: zone, allDay };
}

function isWholeDay({ utcStart, start, startTime }: GivenTimes): boolean {
  return utcStart === null && start !== null && start.time === null && startTime === null;
}

function startOf({ utcStart, start, startTime }: GivenTimes, zone: string | null, allDay: boolean): string {
  if (utcStart !== null) return instant(utcStart, utcStart.time ?? DAY_START, 'UTC', 'start');
  if (start === null) throw rowError('start', message('REQUIRED', { cause: message('START_MISSING') }));
  return instant(start, allDay ? DAY_START : (startTime ?? start.time ?? DAY_START), zone, 'start');
}

function endOf(given: GivenTimes, zone: string | null, allDay: boolean): string | null {
  const { utcStart, utcEnd, start, end, startTime, endTime } = given;
  if (utcEnd !== null) return instant(utcEnd, utcEnd.time ?? DAY_END, 'UTC', 'end');
  // A table without local times but with a UTC start has no day to put an end's time on.
  const day = end ?? (utcStart === null ? start : null);
  if (day === null) return null;
  if (allDay) return instant(day, DAY_END, zone, 'end');
  const time = endTime ?? end?.time ?? null;
  if (time === null) return end === null ? null : instant(end, DAY_END, zone, 'end');
  const begins = startTime ?? start?.time ?? DAY_START;
  // Only a time is given, and it is earlier than the start's: past midnight.
  const crossed = end === null && time < begins ? { ...day, day: nextDay(day.day) } : day;
  return instant(crossed, time, zone, 'end');
}

function instant(moment: Moment, time: string, zone: string | null, field: 'start' | 'end'): string {
  const named = moment.offset === null ? zone : zoneName(moment.offset);
  if (named === null || named instanceof Invalid) {
    throw rowError('timezone', message('UNKNOWN_TIMEZONE', { cause: message('NO_TIMEZONE') }));
  }
  const at = DateTime.fromISO(`${moment.day}T${time}`, { zone: zoneOf(named) });
  const text = `${moment.day} ${time}`;
  if (!at.isValid) throw rowError(field, message('INVALID_DATE', { cause: message('NO_SUCH_TIME', { text }) }));
  if (at.toFormat(LOCAL) !== text) {
    throw rowError(field, message('INVALID_DATE', { cause: message('SKIPPED_TIME', { zone: named, text }) }));
  }
  return at.toJSDate().toISOString();
}

const LOCAL = 'yyyy-MM-dd HH:mm:ss';

function localTime(at: string, zone: string): string {
  return DateTime.fromISO(at, { zone: zoneOf(zone) }).toFormat(LOCAL);
}

function nextDay(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd');
}

function rowError(field: string, reason: Message): RowRejected {
  return new RowRejected({ ...reason, field });
}
