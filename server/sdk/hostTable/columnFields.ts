import { message } from '../../messages/catalogue.ts';
import { type Field, type FieldColumn, type FieldContext, type FieldOptions, Invalid } from '../fields.ts';
import { type Cell, cellText, customField, figureText } from '../fieldTypes.ts';
import { isTooDeep, type Json } from '../json.ts';
import { MAX_FIGURE, readMoment, readTime } from '../moment.ts';
import { isStorable } from '../storable.ts';
import { withoutLeadingZeros, withoutTrailingZeros } from './digits.ts';

// Fields for the types of a database's columns that texts, numbers and days do not cover. A value that JavaScript would
// round stays a text, as Postgres takes it and gives it back.

function columnField<T, Required extends boolean>(
  type: string,
  column: FieldColumn,
  options: FieldOptions<Required>,
  parse: (text: string, context: FieldContext) => T | Invalid,
  read: (cell: Cell, context: FieldContext) => string | Invalid = cellText,
): Field<T, NoInfer<Required>> {
  const field = customField(type, options, (cell, context) => {
    const value = read(cell, context);
    return value instanceof Invalid ? value : parse(value, context);
  });
  return { ...field, column };
}

const asText = (made: string): FieldColumn => ({ type: 'text', made });

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** A number of any size with a decimal point, exact to its last digit, as text: `numeric`. Else INVALID_NUMBER. */
export function decimal<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<string, NoInfer<Required>> {
  return columnField(
    'decimal',
    asText('numeric'),
    options,
    (text) => {
      const [, sign, whole = '', fraction = ''] = (text.length <= MAX_FIGURE && DECIMAL.exec(text)) || [];
      if (whole + fraction === '') return new Invalid(message('INVALID_NUMBER'));
      const digits = [withoutLeadingZeros(whole) || '0', withoutTrailingZeros(fraction)];
      const number = digits.filter((part) => part !== '').join('.');
      return sign === '-' && number !== '0' ? `-${number}` : number;
    },
    figureText,
  );
}

const [LEAST, GREATEST] = [-(2n ** 63n), 2n ** 63n - 1n];

/** A whole number of 64 bits, as text, since JavaScript rounds those beyond 2^53: `bigint`. Else INVALID_INTEGER. */
export function bigint<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<string, NoInfer<Required>> {
  return columnField(
    'bigint',
    asText('bigint'),
    options,
    (text) => {
      const [number] = (text.length <= MAX_FIGURE && /^[+-]?\d+$/.exec(text)) || [];
      const value = number === undefined ? null : BigInt(number.replace('+', ''));
      if (value === null || value < LEAST || value > GREATEST) return new Invalid(message('INVALID_INTEGER'));
      return String(value);
    },
    figureText,
  );
}

const CLOCK = /^(\d{1,2}:\d{2}(?::\d{2})?(?:\s{0,9}[ap]\.?m\.?)?)(?:[.,](\d{1,6}))?$/i;

/** A time of the day, 19:00 or 7:00 pm, with seconds and their fractions: `time`. Else INVALID_TIME. */
export function time<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<string, NoInfer<Required>> {
  return columnField(
    'time',
    asText('time'),
    options,
    (text) => readClock(text) ?? new Invalid(message('INVALID_TIME')),
  );
}

function readClock(text: string): string | null {
  const [, clock, fraction] = (text.length <= MAX_FIGURE && CLOCK.exec(text)) || [];
  const read = clock === undefined ? null : readTime(clock);
  return read === null || fraction === undefined ? read : `${read}.${fraction}`;
}

const FRACTION = /(:\d{2})[.,](\d{1,6})(?=$|[\sZ+-])/i;

/** A day and a time without a zone, or with one that is left out: `timestamp`. Else INVALID_DATE. */
export function timestamp<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<string, NoInfer<Required>> {
  return columnField('timestamp', asText('timestamp'), options, (text, context) => {
    const read = readInstant(text, context);
    return read === null ? invalidMoment(context) : `${read.day} ${read.clock}`;
  });
}

/** A moment: a day and a time with a zone, which is UTC where the cell names none: `timestamptz`. Else INVALID_DATE. */
export function timestamptz<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<string, NoInfer<Required>> {
  return columnField('timestamptz', asText('timestamptz'), options, (text, context) => {
    const read = readInstant(text, context);
    return read === null ? invalidMoment(context) : `${read.day} ${read.clock}${read.offset}`;
  });
}

function readInstant(text: string, { parseDate }: FieldContext) {
  if (text.length > MAX_FIGURE) return null;
  const [, , fraction = ''] = FRACTION.exec(text) ?? [];
  const moment = readMoment(fraction === '' ? text : text.replace(FRACTION, '$1'), parseDate);
  if (moment === null) return null;
  const clock = `${moment.time ?? '00:00:00'}${fraction === '' ? '' : `.${fraction}`}`;
  return { day: moment.day, clock, offset: moment.offset === null || moment.offset === 'UTC' ? '+00' : moment.offset };
}

function invalidMoment({ parseDate }: FieldContext): Invalid {
  return new Invalid(message('INVALID_DATE', { cause: message(parseDate ? 'INVALID_MOMENT_OR' : 'INVALID_MOMENT') }));
}

const UUID = /^\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;

/** A UUID, in lower case: `uuid`. Else INVALID_UUID. */
export function uuid<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<string, NoInfer<Required>> {
  return columnField('uuid', asText('uuid'), options, (text) => {
    const parts = UUID.exec(text);
    return parts ? parts.slice(1).join('-').toLowerCase() : new Invalid(message('INVALID_UUID'));
  });
}

/** One of some texts, in any case: an enum, or a text. Else NO_CHOICE, which says which ones there are. */
export function choice<const C extends string, Required extends boolean = false>(
  choices: readonly [C, ...C[]],
  options: FieldOptions<Required>,
): Field<C, NoInfer<Required>> {
  const exact = new Map<string, C>(choices.map((each) => [each, each]));
  const loose = new Map<string, C>(choices.toReversed().map((each) => [each.toLowerCase(), each]));
  return columnField('choice', asText('text'), options, (text) => {
    const found = exact.get(text) ?? loose.get(text.toLowerCase());
    return found ?? new Invalid(message('NO_CHOICE', { names: [...choices] }));
  });
}

/** Any JSON: text of it, or the value itself where the source has such: `jsonb`. Else INVALID_JSON. */
export function json<Required extends boolean = false>(
  options: FieldOptions<Required>,
): Field<Exclude<Json, null>, NoInfer<Required>> {
  const field = customField('json', options, (cell) => {
    const value = typeof cell === 'string' ? parseJson(cell) : cell;
    const isTaken = value !== null && isStorable(value) && !isTooDeep(value);
    return isTaken ? value : new Invalid(message('INVALID_JSON'));
  });
  return { ...field, column: { type: 'jsonb', made: 'jsonb' } };
}

/** Null for what is no JSON, is null, or has a number that JavaScript would round: nothing is changed on the way. */
function parseJson(text: string): Json {
  try {
    let isExact = true;
    const value: Json = JSON.parse(text, (_name, each: Json, context?: { readonly source?: string }) => {
      if (typeof each === 'number' && !isExactNumber(each, context?.source)) isExact = false;
      return each;
    });
    return isExact ? value : null;
  } catch {
    return null;
  }
}

function isExactNumber(number: number, source: string | undefined): boolean {
  if (!Number.isFinite(number)) return false;
  if (source === undefined || source.length <= 15) return true;
  return /^-?\d+$/.test(source) ? Number.isSafeInteger(number) : digitsOf(source) === digitsOf(String(number));
}

/** The digits of a number without its sign, point, exponent, and zeros at the ends. */
function digitsOf(number: string): string {
  const [mantissa = ''] = number.toLowerCase().replace(/[-+.]/g, '').split('e');
  return withoutTrailingZeros(withoutLeadingZeros(mantissa));
}

/** More items in a cell are no list that a person wrote. */
const MAX_ITEMS = 10_000;

/**
 * A list of values of another field: in a cell parted by a sign (`separator`, a comma unless said), as JSON ["a", "b"], or
 * a list of a JSON source. Items that are empty are left out. An array in Postgres; jsonb in a table that Sluice makes.
 */
export function list<T, Required extends boolean = false>(
  of: Field<T>,
  options: FieldOptions<Required> & { readonly separator?: string },
): Field<T[], NoInfer<Required>> {
  const separator = options.separator ?? ',';
  const field = customField('list', options, (cell, context): T[] | Invalid => {
    const items = itemsOf(cell, separator);
    if (items === null || items.length > MAX_ITEMS) return new Invalid(message('INVALID_LIST', { limit: MAX_ITEMS }));
    const values: T[] = [];
    for (const item of items) {
      const value = of.parse(item, context);
      if (value instanceof Invalid) return value;
      values.push(value);
    }
    return values;
  });
  const isJson =
    of.column === undefined ? ['integer', 'number', 'boolean'].includes(of.type) : of.column.type === 'jsonb';
  return { ...field, column: { type: 'jsonb', made: 'jsonb', items: isJson ? 'json' : 'text' } };
}

function itemsOf(cell: Cell, separator: string): Cell[] | null {
  const given = typeof cell === 'string' && cell.trimStart().startsWith('[') ? parseJson(cell) : cell;
  const items: readonly Json[] = Array.isArray(given)
    ? given
    : typeof cell === 'string'
      ? cell.split(separator)
      : [cell];
  if (typeof given === 'object' && !Array.isArray(given)) return null;
  return items.flatMap((item): Cell[] =>
    item === null || (typeof item === 'string' && item.trim() === '') ? [] : [item],
  );
}
