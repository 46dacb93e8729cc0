import { MAX_FIGURE } from './moment.ts';

/** The signs with which a locale writes numbers in Latin digits. */
export interface NumberSigns {
  readonly decimal: string;
  /** What groups are split by; a no-break space counts as a space. */
  readonly group: string;
  /** Digits of the groups before the last one, which always has three: two in India. */
  readonly groupLength: number;
}

/** Every way of writing the same sign: French and Swiss files have any of them. */
const SPACES = ' \u00A0\u202F\u2009';
const APOSTROPHES = "'\u2019";
const MINUS = '-\u2212';
/** Linear: each part stands once, and no character belongs to two neighbours. The exponent is an author's E+3. */
const FIGURE = /^([+\u2212-]?)([\d.,'\u2019 \u00A0\u202F\u2009]+)(?:e([+-]?\d{1,3}))?([\u2212-]?)$/i;

/** Whether numbers and dates can be read by this locale: a BCP 47 tag that this server knows, such as de or de-CH. */
export function isKnownLocale(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length === 1;
  } catch {
    return false;
  }
}

/** The signs of a known locale. */
export function numberSigns(locale: string): NumberSigns {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn', useGrouping: true }).formatToParts(
    123_456_789.5,
  );
  const signOf = (type: string, usual: string): string => parts.find((part) => part.type === type)?.value ?? usual;
  const groups = parts.filter(({ type }) => type === 'integer').map(({ value }) => value.length);
  return { decimal: signOf('decimal', '.'), group: signOf('group', ''), groupLength: groups.at(-2) ?? 3 };
}

/**
 * Reads numbers as a locale writes them: `1.234,56` by de is 1234.56. Gives the number in plain digits with a point, as
 * `number` and `integer` read it without a locale; null for what the locale does not write. `1.234` is 1234 by de and
 * 1.234 by en, and nothing in between is guessed: a group of any other length is no number.
 */
export function createNumberParser(locale: string): (text: string) => string | null {
  const signs = numberSigns(locale);
  return (text) => {
    const trimmed = text.trim();
    const match = trimmed.length > MAX_FIGURE ? null : FIGURE.exec(trimmed);
    if (!match) return null;
    const [, before = '', digits = '', exponent, after = ''] = match;
    if (before !== '' && after !== '') return null;
    const [whole = '', fraction, ...more] = digits.split(signs.decimal);
    if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
    const integer = ungroup(whole, signs, fraction !== undefined);
    if (integer === null || (integer === '' && !fraction)) return null;
    const sign = MINUS.includes(before || after || '+') ? '-' : '';
    return `${sign}${integer || '0'}${fraction ? `.${fraction}` : ''}${exponent === undefined ? '' : `e${exponent}`}`;
  };
}

/** The digits without their groups' signs; null where the groups are not the locale's. */
function ungroup(whole: string, signs: NumberSigns, hasFraction: boolean): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const sign = whole.replace(/\d/g, '').charAt(0);
  if (!isGroupSign(sign, signs, hasFraction)) return null;
  const [first = '', ...groups] = whole.split(sign);
  const last = groups.pop() ?? '';
  const fits =
    /^\d+$/.test(first) &&
    first.length <= signs.groupLength &&
    /^\d{3}$/.test(last) &&
    groups.every((group) => group.length === signs.groupLength && /^\d+$/.test(group));
  return fits ? first + groups.join('') + last : null;
}

/**
 * Spaces and apostrophes are never a decimal sign, so they may group in any locale. A point or a comma groups where the
 * locale says so, and where the other one is already the decimal sign: 1.234,56 means one thing in Austria too.
 */
function isGroupSign(sign: string, { decimal, group }: NumberSigns, hasFraction: boolean): boolean {
  if (sign === decimal) return false;
  return SPACES.includes(sign) || APOSTROPHES.includes(sign) || sign === group || hasFraction;
}

/**
 * How a locale writes days in figures, as a date format: dd.MM.yyyy by de, MM/dd/yyyy by en-US, dd/MM/yyyy by en-GB.
 * Null for a locale whose calendar or figures are others.
 */
export function dateFormatOf(locale: string): string | null {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'UTC' } as const;
  const calendar = { calendar: 'gregory', numberingSystem: 'latn' } as const;
  const parts = new Intl.DateTimeFormat(locale, { ...options, ...calendar }).formatToParts(0);
  const formats: Readonly<Record<string, string>> = { year: 'yyyy', month: 'MM', day: 'dd' };
  const format = parts.map(({ type, value }) => formats[type] ?? value).join('');
  return /^[yMd./ -]+$/.test(format) ? format : null;
}
