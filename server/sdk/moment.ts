/** Characters of a date, a time or a number: nobody writes a longer one, and none is looked into. */
export const MAX_FIGURE = 100;

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
/** Behind a day: the sign before it (at least one) and the time. */
const TIME_AT_END = /[\s,T@](\d{1,2}:\d{2}(?::\d{2})?(?:\s{0,9}[ap]\.?m\.?)?)$/i;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?m\.?)?$/i;

/**
 * The day with or without a time that a text means: 2026-03-31 19:00, 2026-03-31T19:00:00-05:00, or a day that
 * `parseDay` (FieldContext.parseDate) reads, with a time behind it. Null for anything else: nothing is guessed.
 */
export function readMoment(text: string, parseDay: ((text: string) => string | null) | undefined): Moment | null {
  if (text.length > MAX_FIGURE) return null;
  const iso = ISO.exec(text);
  if (iso) return momentOf(iso[1] ?? '', iso[2], iso[3]);
  const time = TIME_AT_END.exec(text);
  const day = time ? (parseDay?.(text.slice(0, time.index).trimEnd()) ?? null) : null;
  if (time && day !== null) return momentOf(day, time[1], undefined);
  const whole = parseDay?.(text) ?? null;
  return whole === null ? null : momentOf(whole, undefined, undefined);
}

function momentOf(day: string, time: string | undefined, offset: string | undefined): Moment | null {
  const clock = time === undefined ? null : readTime(time);
  if (!isDay(day) || (time !== undefined && clock === null)) return null;
  return { day, time: clock, offset: offset === undefined ? null : offset.toUpperCase() === 'Z' ? 'UTC' : offset };
}

/** 19:00, 7:00 pm, as HH:mm:ss; null for what is no time of a day. */
export function readTime(text: string): string | null {
  const match = text.length > MAX_FIGURE ? null : TIME.exec(text);
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
