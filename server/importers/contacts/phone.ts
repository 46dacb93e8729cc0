import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { cellText, customField, type Field, type FieldOptions, Invalid } from '../../sdk/index.ts';
import { readNorthAmerican } from './northAmerica.ts';
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
 * A cell with a phone number. An invalid one is no fault yet: whether the row has another is for `records` to see.
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
  for (const value of splitValues(text)) {
    const phone = readPhone(value, region);
    if (phone === null) invalid.push(value);
    else valid.push(phone);
  }
  return { valid, invalid };
}

/** What address books write around a number and nobody sees: marks of direction, zero-width spaces; and a link's scheme. */
const UNREAD = /^\s*tel:|\p{Default_Ignorable_Code_Point}/giu;

/** A number in any usual spelling as E.164, with its extension apart; null when it is none. */
export function readPhone(text: string, region: CountryCode): Phone | null {
  const quick = readNorthAmerican(text, getCountryCallingCode(region) === '1', isValid);
  if (quick !== null) return quick.isValid ? { e164: quick.e164, extension: null } : null;
  const parsed = parsePhoneNumberFromString(text.replace(UNREAD, ''), { defaultCountry: region, extract: false });
  if (parsed === undefined || !parsed.isPossible() || !parsed.isValid()) return null;
  return { e164: parsed.number, extension: parsed.ext ?? null };
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
export function invalidPhone(region: CountryCode): string {
  const home = getCountryCallingCode(region);
  return `Not a phone number of ${region} (+${home}) nor one with a country code. Write it with its country code (+${home} ...), or choose another default region.`;
}
