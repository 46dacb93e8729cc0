import { type Cell, cellText, customField, type FieldContext, type FieldOptions, Invalid } from '../../sdk/index.ts';

/** A day and perhaps a time of it, as a cell says them. */
export interface Moment {
  /** yyyy-MM-dd */
  readonly day: string;
  /** HH:mm:ss; null where the cell names only the day. */
  readonly time: string | null;
  /** UTC or an offset such as -05:00, where the cell says so. */
  readonly offset: string | null;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const DAY_AND_TIME = /^(.*\S)[\s,T@]+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)$/i;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?m\.?)?$/i;

/**
 * A day with or without a time: 2026-03-31 19:00, 2026-03-31T19:00:00-05:00, or the day in the date format that was said
 * for the source, with a time behind it. Anything else is INVALID_DATE, not guessed.
 */
export function momentField(options: FieldOptions<false>) {
  return customField('datetime', options, (cell, context) => readMoment(cell, context));
}

/** A time of the day: 19:00, 7:00 pm. Otherwise INVALID_TIME. */
export function timeField(options: FieldOptions<false>) {
  return customField('time', options, (cell) => {
    const value = cellText(cell);
    if (value instanceof Invalid) return value;
    return readTime(value) ?? new Invalid('INVALID_TIME', 'Write the time as 19:00 or 7:00 pm.');
  });
}

function readMoment(cell: Cell, { parseDate }: FieldContext): Moment | Invalid {
  const value = cellText(cell);
  if (value instanceof Invalid) return value;
  const iso = ISO.exec(value);
  if (iso) return momentOf(iso[1] ?? '', iso[2], iso[3]);
  const whole = parseDate?.(value) ?? null;
  const parts = DAY_AND_TIME.exec(value);
  const day = parts ? (parseDate?.(parts[1] ?? '') ?? null) : null;
  if (parts && day !== null) return momentOf(day, parts[2], undefined);
  if (whole !== null) return momentOf(whole, undefined, undefined);
  return invalidDate(parseDate !== undefined);
}

function momentOf(day: string, time: string | undefined, offset: string | undefined): Moment | Invalid {
  const clock = time === undefined ? null : readTime(time);
  if (!isDay(day) || (time !== undefined && clock === null)) return invalidDate(false);
  return { day, time: clock, offset: offset === undefined ? null : offset.toUpperCase() === 'Z' ? 'UTC' : offset };
}

function invalidDate(formatSaid: boolean): Invalid {
  const or = formatSaid ? 'or in the date format of this import' : 'or say the date format of the source';
  return new Invalid('INVALID_DATE', `Write it as yyyy-MM-dd HH:mm, such as 2026-03-31 19:00, ${or}.`);
}

/** HH:mm:ss, or null. */
function readTime(text: string): string | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hour = '', minute = '', second = '0', half] = match;
  const given = Number(hour);
  if (half !== undefined && (given < 1 || given > 12)) return null;
  const hours = half === undefined ? given : (given % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return [hours, Number(minute), Number(second)].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Date.parse takes February 31st for March 3rd. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && !day.startsWith('000');
}
