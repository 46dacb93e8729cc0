import { message } from '../messages/catalogue.ts';
import { normaliseEmail } from './email.ts';
import { type Field, type FieldContext, type FieldOptions, Invalid } from './fields.ts';
import type { Json } from './json.ts';
import { MAX_FIGURE } from './moment.ts';
import { isStorableText } from './storable.ts';

/** A cell with something in it: what a field's parser is given. */
export type Cell = Exclude<Json, null>;

/** A cell of nothing but white space is as empty as null: it says nothing of its field. */
export function isEmptyCell(cell: Json | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/**
 * A field of a type of your own. `parse` gets a cell that is not empty and gives the typed value, or `Invalid` with a
 * code and words that say how to mend the cell. `type` is the name that the API and the console show; for `date` and
 * `datetime` the console asks how dates are written, which `parse` is then given as `context.parseDate`.
 */
export function customField<T, Required extends boolean = false>(
  type: string,
  options: FieldOptions<Required>,
  parse: (cell: Cell, context: FieldContext) => T | Invalid,
): Field<T, NoInfer<Required>> {
  const { label, aliases = [], transform } = options;
  // Where nothing is said, `Required` is false by its default, which the compiler cannot conclude.
  const required = (options.required ?? false) as Required;
  return { type, label, aliases, required, parse, ...(transform ? { transform } : {}) };
}

/** The cell as trimmed text; a number or a boolean of a JSON source becomes text, a list or an object does not. */
export function cellText(cell: Cell): string | Invalid {
  if (typeof cell === 'object') return new Invalid(message('INVALID_TEXT', { cause: message('PLAIN_VALUE') }));
  const text = String(cell).trim();
  if (isStorableText(text)) return text;
  return new Invalid(message('INVALID_TEXT', { cause: message('UNSTORABLE') }));
}

/** Text, trimmed. Longer than `maxLength` (1,000 unless told) UTF-16 units is TOO_LONG. */
export function text<Required extends boolean = false>(
  options: FieldOptions<Required> & { readonly maxLength?: number },
): Field<string, NoInfer<Required>> {
  const maxLength = options.maxLength ?? 1000;
  return customField('text', options, (cell) => {
    const value = cellText(cell);
    if (value instanceof Invalid || value.length <= maxLength) return value;
    return new Invalid(
      message('TOO_LONG', { cause: message('TEXT_TOO_LONG', { limit: maxLength, count: value.length }) }),
    );
  });
}

/** An e-mail address in lower case; otherwise INVALID_EMAIL. */
export function email<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<string, NoInfer<Required>> {
  return textField('email', options, (value) => normaliseEmail(value) ?? invalidEmail());
}

/** The fault of an address that cannot be one. */
export function invalidEmail(): Invalid {
  return new Invalid(message('INVALID_EMAIL'));
}

/**
 * The text of a number in plain digits with a point: as it stands, or as the import's locale writes it. A number of a
 * JSON source is plain already. INVALID_LOCAL_NUMBER for what the locale does not write.
 */
export function figureText(cell: Cell, { parseNumber, locale = '' }: FieldContext): string | Invalid {
  const value = cellText(cell);
  if (value instanceof Invalid || !parseNumber || typeof cell !== 'string') return value;
  return parseNumber(value) ?? new Invalid(message('INVALID_LOCAL_NUMBER', { name: locale }));
}

/** A whole number that JavaScript holds exactly, in plain digits or as the locale groups them; otherwise INVALID_INTEGER. */
export function integer<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<number, NoInfer<Required>> {
  return figureField('integer', options, (value) => {
    const number = isFigure(value, /^[+-]?\d+$/) ? Number(value) : Number.NaN;
    if (Number.isSafeInteger(number)) return number === 0 ? 0 : number;
    return new Invalid(message('INVALID_INTEGER'));
  });
}

/**
 * A number as the import's locale writes it. Without a locale, one with a point as its decimal sign and no grouping, since
 * 1,234 means two things; else INVALID_NUMBER.
 */
export function number<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<number, NoInfer<Required>> {
  return figureField('number', options, (value) => {
    const number = isFigure(value, /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i) ? Number(value) : Number.NaN;
    if (Number.isFinite(number)) return number === 0 ? 0 : number;
    return new Invalid(message('INVALID_NUMBER'));
  });
}

const BOOLEANS = new Map([
  ...['true', 'yes', 'y', '1', 'on'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', 'off'].map((word) => [word, false] as const),
]);

/** true, yes, y, 1, on and their opposites, in any case; otherwise INVALID_BOOLEAN. */
export function boolean<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<boolean, NoInfer<Required>> {
  return textField('boolean', options, (value) => {
    const known = BOOLEANS.get(value.toLowerCase());
    return known ?? new Invalid(message('INVALID_BOOLEAN'));
  });
}

/**
 * A day of the calendar, written as yyyy-MM-dd or in the date format that was said for the source. Any other way of
 * writing it may mean two things and is INVALID_DATE, not guessed.
 */
export function date<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<string, NoInfer<Required>> {
  return textField('date', options, (value, { parseDate }) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(value)) return value;
    const day = value.length > MAX_FIGURE ? null : (parseDate?.(value) ?? null);
    if (day !== null && isDay(day)) return day;
    const cause = parseDate ? message('INVALID_DAY_OR') : message('INVALID_DAY');
    return new Invalid(message('INVALID_DATE', { cause }));
  });
}

function isFigure(value: string, pattern: RegExp): boolean {
  return value.length <= MAX_FIGURE && pattern.test(value);
}

function isDay(value: string): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  // Date.parse takes February 31st for March 3rd.
  return !Number.isNaN(time) && !value.startsWith('0000') && new Date(time).toISOString().startsWith(value);
}

function figureField<T, Required extends boolean>(
  type: string,
  options: FieldOptions<Required>,
  parse: (value: string) => T | Invalid,
): Field<T, NoInfer<Required>> {
  return customField(type, options, (cell, context) => {
    const value = figureText(cell, context);
    return value instanceof Invalid ? value : parse(value);
  });
}

function textField<T, Required extends boolean>(
  type: string,
  options: FieldOptions<Required>,
  parse: (value: string, context: FieldContext) => T | Invalid,
): Field<T, NoInfer<Required>> {
  return customField(type, options, (cell, context) => {
    const value = cellText(cell);
    return value instanceof Invalid ? value : parse(value, context);
  });
}
