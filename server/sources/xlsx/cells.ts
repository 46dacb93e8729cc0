import { dateFromSerial, format } from 'numfmt';
import { message } from '../../messages/catalogue.ts';
import { maxCells } from '../shared/limits.ts';
import { SourceError } from '../types.ts';
import type { NumberStyle } from './styles.ts';

/** Of a cell's or a range's reference, in characters: the longest of a sheet is $XFD$1048576:$XFD$1048576. */
export const MAX_REFERENCE = 50;
/** Of a number as it is stored: a spreadsheet program writes 17 digits, a sign and an exponent. */
const MAX_NUMBER = 100;
/** 31 December 9999, the last day that a sheet knows. */
const LAST_DAY = 2_958_466;
const DAYS_TO_1904 = 1_462;

/** The 0-based column of a cell's reference ("B7" is 1). Throws SourceError for what is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.length > MAX_REFERENCE ? '' : reference) {
    const digit = letter.toUpperCase().charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) break;
    column = column * 26 + digit;
  }
  if (column >= 1 && column <= maxCells) return column - 1;
  throw new SourceError(
    message('BAD_WORKBOOK', { cause: message('WORKBOOK_BAD_CELL', { name: reference.slice(0, 20) }) }),
  );
}

/** Control characters are written as _x000D_. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A number as text: dates in ISO 8601, digits in their mask with leading zeros, anything else its plain value. */
export function numberText(stored: string, style: NumberStyle | undefined, is1904: boolean, decimal = '.'): string {
  if (stored.length > MAX_NUMBER) return stored;
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  if (style?.kind === 'date')
    return dateText(value + (is1904 && style.hasDay ? DAYS_TO_1904 : 0), style) ?? localText(stored, value, decimal);
  if (style?.kind === 'mask' && Number.isSafeInteger(value) && value >= 0) return format(style.pattern, value);
  return localText(stored, value, decimal);
}

/**
 * A sheet keeps numbers as numbers, and texts that look like numbers as they were typed. With a locale, both are read as
 * the locale writes them, so a number is given its decimal sign: 1.234 of a sheet must not become one thousand by de.
 */
function localText(stored: string, value: number, decimal: string): string {
  const text = plainText(stored, value);
  return decimal === '.' ? text : text.replace('.', decimal);
}

/** Sheets count in 15 digits: what stands behind them is the binary number's, and nobody typed it. */
function plainText(stored: string, value: number): string {
  if (/^-?\d+$/.test(stored)) return stored;
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}

/** Null for what is no day of a calendar: a number that only looks like one. */
function dateText(serial: number, { hasDay, hasTime }: { hasDay: boolean; hasTime: boolean }): string | null {
  if (serial < 0 || serial >= LAST_DAY) return null;
  if (!hasDay && serial >= 1) return hasTime ? duration(serial) : null;
  const parts = dateFromSerial(serial);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const time = [hour, minute, second].map(twoDigits).join(':');
  if (!hasDay) return time;
  // Day 0, and the leap day of 1900 that Excel invented.
  if (day === 0 || Math.floor(serial) === 60) return null;
  const date = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  return hasTime ? `${date}T${time}` : date;
}

/** Hours may be more than a day's. */
function duration(days: number): string {
  const seconds = Math.round(days * 86_400);
  return [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
