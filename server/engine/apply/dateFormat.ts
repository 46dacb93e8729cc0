// One function each: the whole library takes 300 MB of memory.
import { isValid } from 'date-fns/isValid';
import { parse } from 'date-fns/parse';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { dateFormatOf } from '../../sdk/localNumbers.ts';
import { MAX_FIGURE } from '../../sdk/moment.ts';

/**
 * What two-digit years and times are filled in from. Fixed, so that a row always means the same: 00 to 49 are 20xx,
 * 50 to 99 are 19xx.
 */
const REFERENCE = new Date(2000, 0, 1);
const MAX_LENGTH = 60;

/** Parts of a pattern in quotes are text. */
const LITERAL = /'(?:[^']|'')*'/g;

/** Letters that name no part of a day or of a time within it. Y and D are other things in Unicode than y and d. */
const FOREIGN = /[^yuMLdoEahHmsS\P{L}]/u;

/** Why a date format cannot be used, in words; null where it can. Unicode's letters: yyyy-MM-dd, d.M.yy, d MMMM yyyy. */
export function dateFormatIssue(format: string): Message | null {
  const advice = message('DATE_FORMAT_ADVICE');
  if (format.length > MAX_LENGTH) return message('DATE_FORMAT_LONG', { limit: MAX_LENGTH, advice });
  const letters = format.replace(LITERAL, '');
  const isDay = /[yu]/.test(letters) && /[ML]/.test(letters) && /d/.test(letters);
  if (FOREIGN.test(letters)) return message('DATE_FORMAT_LETTERS', { text: format, advice });
  if (!isDay) return message('DATE_FORMAT_PARTS', { text: format, advice });
  try {
    parse('', format, REFERENCE);
    return null;
  } catch {
    return message('DATE_FORMAT_NONE', { text: format, advice });
  }
}

type DateParser = (text: string) => string | null;

/**
 * Reads days written in a format, or else as the locale writes them in figures, with two or four digits of the year;
 * undefined where neither is given. The format must have no issue, and the locale be known.
 */
export function createDateParser(format: string | undefined, locale?: string): DateParser | undefined {
  if (format !== undefined) return (text) => (text.length > MAX_FIGURE ? null : dayOf(text, format));
  const local = locale === undefined ? null : dateFormatOf(locale);
  if (local === null) return undefined;
  const short = local.replace('yyyy', 'yy');
  return (text) => (text.length > MAX_FIGURE ? null : (dayOf(text, local) ?? dayOf(text, short)));
}

function dayOf(text: string, format: string): string | null {
  const date = parse(text, format, REFERENCE);
  // yyyy takes "24" for the year 24, which nobody means.
  if (!isValid(date) || date.getFullYear() < 1000 || date.getFullYear() > 9999) return null;
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
