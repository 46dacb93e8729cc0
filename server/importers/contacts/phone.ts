import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { cellText, customField, type Field, type FieldOptions, Invalid } from '../../sdk/index.ts';
import { readNorthAmerican } from './northAmerica.ts';
import { splitPhones } from './splitPhones.ts';
import { splitValues } from './splitValues.ts';

export interface Phone {
  readonly e164: string;
  readonly extension: string | null;
}

/** What a cell of a phone column holds: Google's exports put several numbers into one. */
export interface PhoneCell {
  readonly valid: readonly Phone[];
  readonly invalid: readonly string[];
}

/**
 * A cell with a phone number. An invalid one is not an error yet: whether the row has another is for `records` to see.
 *
 * The library's smallest metadata is chosen knowingly. It checks a number's length and range by its country, but not
 * the kind of line; the larger sets refuse more, and what they refuse wrongly (ranges opened since they were published)
 * nobody could mend. They are no faster.
 */
export function phoneField(options: FieldOptions): Field<PhoneCell> {
  return customField('phone', options, (cell, context) => {
    const text = cellText(cell);
    return text instanceof Invalid ? text : readPhones(text, regionOf(context.options));
  });
}

function readPhones(text: string, region: CountryCode): PhoneCell {
  const valid: Phone[] = [];
  const invalid: string[] = [];
  const isPhone = (part: string) => readPhone(part, region) !== null;
  for (const value of splitValues(text).flatMap((part) => splitPhones(part, isPhone))) {
    const phone = readPhone(value, region);
    if (phone === null) invalid.push(value);
    else valid.push(phone);
  }
  return { valid, invalid };
}

/**
 * What address books write around a number and nobody sees: marks of direction, zero-width spaces; and a link's scheme.
 */
const UNREAD = /^\s*tel:|\p{Default_Ignorable_Code_Point}/giu;

/** More digits than E.164 has, with room for an extension and separators: no number. */
const LONGEST = 100;
/** A number that went through a spreadsheet or a data frame: 15112345678.0. Another fraction is no number's. */
const FRACTION = /^(\+?\d{6,})\.(\d{1,3})$/;
/** 1-800-FLOWERS: an area code, then words of a keypad. */
const VANITY = /^(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]?(?=[\d-]*[A-Z])[A-Z\d][A-Z\d-]{5,8}[A-Z\d]$/i;

/** A number in any usual spelling as E.164, with its extension apart; null when it is none. */
export function readPhone(text: string, region: CountryCode): Phone | null {
  const quick = readNorthAmerican(text, getCountryCallingCode(region) === '1', isValid);
  if (quick !== null) return quick.isValid ? { e164: quick.e164, extension: null } : null;
  const visible = text.replace(UNREAD, '').trim();
  if (visible.length > LONGEST) return null;
  const whole = withoutFraction(visible);
  if (whole === null) return null;
  const withCode = numberWithCode(whole, region);
  if (withCode !== null) return { e164: withCode, extension: null };
  const parsed = parsePhoneNumberFromString(digitsOfWords(whole, region), { defaultCountry: region, extract: false });
  if (parsed === undefined || !parsed.isPossible() || !parsed.isValid()) return null;
  return parsed.number.length > MOST_CHARACTERS ? null : { e164: parsed.number, extension: parsed.ext ?? null };
}

/** E.164: a plus and 15 digits at most. The database refuses more. */
const MOST_CHARACTERS = 16;

function withoutFraction(text: string): string | null {
  const [, number, fraction = ''] = FRACTION.exec(text) ?? [];
  if (number === undefined) return text;
  return /^0+$/.test(fraction) ? number : null;
}

/**
 * A number with its country code that lacks the plus: 491602229999 in Germany, where it would pass for a number of
 * Leer (04916). With fewer digits it is taken for the national number, as a spreadsheet leaves it without its 0.
 */
function numberWithCode(text: string, region: CountryCode): string | null {
  const code = getCountryCallingCode(region);
  if (code === '1' || !/^\d{11,15}$/.test(text) || !text.startsWith(code)) return null;
  return isValid(`+${text}`) ? `+${text}` : null;
}

const KEYPAD = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** A vanity number's words as digits; any other text as it is. Digits beyond the number's end are never dialled. */
function digitsOfWords(text: string, region: CountryCode): string {
  if (getCountryCallingCode(region) !== '1' && !text.startsWith('+1')) return text;
  if (!VANITY.test(text)) return text;
  const digits = text
    .toLowerCase()
    .replace(/[a-z]/g, (letter) => String(KEYPAD.findIndex((key) => key.includes(letter)) + 2));
  return digits
    .replace(/\D/g, '')
    .replace(/^1/, '')
    .replace(/^(\d{10})\d*$/, '+1$1');
}

function isValid(e164: string): boolean {
  return parsePhoneNumberFromString(e164)?.isValid() ?? false;
}

/** The options' defaultRegion, which the options' schema has checked. */
export function regionOf(options: { readonly [name: string]: unknown }): CountryCode {
  const region = options.defaultRegion;
  return typeof region === 'string' && isSupportedCountry(region) ? region : 'US';
}

/** What to do about a number that is none. */
export function invalidPhone(region: CountryCode): Message {
  return message('INVALID_PHONE', { region, prefix: getCountryCallingCode(region) });
}
