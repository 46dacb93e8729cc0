import { z } from 'zod';
import { type InputIssue, InvalidInput } from '../../engine/model/errors.ts';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { FieldKind, ListedField, ListedTable } from '../../sdk/listing/recordList.ts';
import { MAX_FIGURE } from '../../sdk/moment.ts';
import { isStorableText } from '../../sdk/storable.ts';
import type { GivenRecordFilter, GivenRecordOrder } from '../inputShapes.ts';
import type { FilterValue, RecordFilter, RecordRequest } from './recordRequest.ts';

/** What a list of records takes at once. A search looks at each record as often as it has words. */
export const RECORD_LIMITS = { filters: 20, text: 200 } as const;

const OPERATORS = ['equals', 'contains', 'from', 'to', 'isEmpty'] as const;
type Operator = (typeof OPERATORS)[number];

/** The filters that each kind of field takes. */
export const OPERATORS_OF: Readonly<Record<FieldKind, readonly Operator[]>> = {
  TEXT: ['equals', 'contains', 'isEmpty'],
  NUMBER: ['equals', 'from', 'to', 'isEmpty'],
  BOOLEAN: ['equals', 'isEmpty'],
  DATE: ['equals', 'from', 'to', 'isEmpty'],
  DATE_TIME: ['equals', 'from', 'to', 'isEmpty'],
  OTHER: ['isEmpty'],
};

export interface GivenRecordRequest {
  readonly search?: string | null | undefined;
  readonly importId?: string | null | undefined;
  readonly filter?: readonly GivenRecordFilter[] | null | undefined;
  readonly orderBy?: GivenRecordOrder | null | undefined;
}

/** What is asked of a list of records, checked against the table's fields. Throws InvalidInput with all that is wrong. */
export function checkRecordRequest(importer: string, table: ListedTable, given: GivenRecordRequest): RecordRequest {
  const issues: InputIssue[] = [];
  const filters = checkFilters(importer, table, given.filter ?? [], issues);
  const search = given.search ?? null;
  if (search !== null && search.length > RECORD_LIMITS.text) {
    issues.push({ path: ['search'], message: message('SEARCH_TOO_LONG', { limit: RECORD_LIMITS.text }) });
  }
  const field = given.orderBy?.field ? fieldNamed(importer, table, given.orderBy.field) : null;
  if (field !== null && 'code' in field) issues.push({ path: ['orderBy', 'field'], message: field });
  else if (field?.kind === 'OTHER') {
    issues.push({ path: ['orderBy', 'field'], message: message('FIELD_NOT_SORTED', { field: field.name }) });
  }
  const [first, ...others] = issues;
  if (first) throw new InvalidInput([first, ...others]);
  return {
    search,
    importId: given.importId ?? null,
    filters,
    orderBy: {
      field: field !== null && 'kind' in field ? field : null,
      direction: given.orderBy?.direction ?? 'DESC',
    },
  };
}

function fieldNamed(importer: string, { fields }: ListedTable, name: string): ListedField | Message {
  const field = fields.find((one) => one.name === name);
  return field ?? message('NO_RECORD_FIELD', { importer, name, names: fields.map((one) => one.name) });
}

function checkFilters(
  importer: string,
  table: ListedTable,
  given: readonly GivenRecordFilter[],
  issues: InputIssue[],
): RecordFilter[] {
  if (given.length > RECORD_LIMITS.filters) {
    issues.push({ path: ['filter'], message: message('TOO_MANY_FILTERS', { limit: RECORD_LIMITS.filters }) });
    return [];
  }
  return given.flatMap((filter, index) => {
    const path = ['filter', String(index)];
    const field = fieldNamed(importer, table, filter.field);
    if ('kind' in field)
      return checkFilter(field, filter, (name, reason) => issues.push({ path: [...path, ...name], message: reason }));
    issues.push({ path: [...path, 'field'], message: field });
    return [];
  });
}

type Refuse = (path: readonly string[], reason: Message) => void;

function checkFilter(field: ListedField, given: GivenRecordFilter, refuse: Refuse): RecordFilter {
  const asked = OPERATORS.filter((operator) => given[operator] !== null && given[operator] !== undefined);
  if (asked.length === 0) refuse([], message('FILTER_WITHOUT_CONDITION', { names: OPERATORS_OF[field.kind] }));
  for (const operator of asked) {
    if (OPERATORS_OF[field.kind].includes(operator)) continue;
    const names = OPERATORS_OF[field.kind];
    refuse([operator], message('FILTER_CONDITION', { field: field.name, operator, names }));
  }
  const valueFor = (operator: 'equals' | 'from' | 'to'): FilterValue | null => {
    if (!asked.includes(operator) || !OPERATORS_OF[field.kind].includes(operator)) return null;
    const value = readValue(field.kind, given[operator]);
    if (value === null) refuse([operator], VALUE_WANTED[field.kind]());
    return value;
  };
  const contains = given.contains ?? null;
  if (contains !== null && !isFilterText(contains)) refuse(['contains'], VALUE_WANTED.TEXT());
  return {
    field,
    equals: valueFor('equals'),
    contains,
    from: valueFor('from'),
    to: valueFor('to'),
    isEmpty: given.isEmpty ?? null,
  };
}

function isFilterText(text: string): boolean {
  return text.length <= RECORD_LIMITS.text && isStorableText(text);
}

const VALUE_WANTED: Readonly<Record<FieldKind, () => Message>> = {
  TEXT: () => message('FILTER_TEXT', { limit: RECORD_LIMITS.text }),
  NUMBER: () => message('FILTER_NUMBER'),
  BOOLEAN: () => message('FILTER_BOOLEAN'),
  DATE: () => message('FILTER_DATE'),
  DATE_TIME: () => message('DATE_TIME'),
  OTHER: () => message('WRONG_INPUT'),
};

const DATE = z.iso.date();
const DATE_TIME = z.iso.datetime({ offset: true });

/** A value as SQL compares it; null: it is none of this kind. Postgres has no year 0. */
function readValue(kind: FieldKind, value: unknown): FilterValue | null {
  if (kind === 'BOOLEAN') return typeof value === 'boolean' ? value : null;
  if (kind === 'NUMBER') return readNumber(value);
  if (typeof value !== 'string' || value.length > RECORD_LIMITS.text) return null;
  if (kind === 'TEXT') return isFilterText(value) ? value : null;
  if (value.startsWith('0000')) return null;
  if (kind === 'DATE') return DATE.safeParse(value).success ? value : null;
  return DATE_TIME.safeParse(value).success ? new Date(value).toISOString() : null;
}

/** Also as a text: JSON's numbers have 15 digits, and those of the database may have more. */
function readNumber(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== 'string' || value.length > MAX_FIGURE) return null;
  return /^-?\d+(\.\d+)?$/.test(value) ? value : null;
}
