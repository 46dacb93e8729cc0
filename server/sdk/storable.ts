import { isObject, type Json } from './json.ts';

/** Whether Postgres keeps this text as it is: it refuses NUL, and half a surrogate pair would silently change. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** The same for any JSON value, names included: what may go into a `jsonb` column. */
export function isStorable(value: Json): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (!isObject(value)) return true;
  return Object.keys(value).every((name) => isStorableText(name) && isStorable(value[name] ?? null));
}

/** The text with a replacement character for all that is not storable. */
export function toStorableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

/** The greatest number of a Postgres `integer`. */
export const MAX_INTEGER = 2 ** 31 - 1;

const MAX_NAME = 255;

/** What a file is called, as far as a table and a line take it: no control characters, and the end of what is too long. */
export function storableName(name: string): string {
  return name
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(-MAX_NAME)
    .toWellFormed();
}
