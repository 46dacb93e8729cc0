import { isRecord } from '../../../../api/json.ts';
import type { ImporterInfo, SourceInspection } from '../../../../api/types.ts';
import { isDateField } from '../../../../ui/format/takesDates.ts';
import type { Choices } from './mapping.ts';

export type DateReading = SourceInspection['columns'][number]['dateFormats'][number];

/** A column that goes to a field for dates. */
export interface DateColumn {
  readonly name: string;
  /** Whether its field takes a time behind the day. */
  readonly withTime: boolean;
}

/** The columns that go to fields for dates, by their names. */
export function dateColumns({ fields }: ImporterInfo, choices: Choices): ReadonlyMap<string, DateColumn> {
  const byField = new Map(fields.filter(isDateField).map(({ name, type }) => [name, type === 'datetime']));
  const columns = Object.entries(choices).flatMap(([name, { field }]) => {
    const withTime = field === null ? undefined : byField.get(field);
    return withTime === undefined ? [] : [[name, { name, withTime }] as const];
  });
  return new Map(columns);
}

/** What a row of the sample says when, in a column for dates: yyyy-MM-dd, perhaps with a time; null: it is no date. */
export function dateAt(inspection: SourceInspection, row: number, { name, withTime }: DateColumn): string | null {
  const dates: unknown = inspection.sampleDates[row];
  const date = isRecord(dates) ? dates[name] : null;
  return typeof date === 'string' && fits(date, withTime) ? date : null;
}

/** The columns for dates that have values which are no dates as the source is read now. */
export function unclearColumns(inspection: SourceInspection, columns: Iterable<DateColumn>): DateColumn[] {
  const { dateFormat, locale, sampleRows } = inspection;
  const asks = new Set(inspection.columns.filter(({ dateFormats }) => dateFormats.length > 0).map(({ name }) => name));
  return [...columns].filter((column) => {
    if (dateFormat === null && locale === null && asks.has(column.name)) return true;
    return sampleRows.some((row, index) => hasValue(row, column.name) && dateAt(inspection, index, column) === null);
  });
}

/** The ways of writing dates that all these columns fit, as the first of them reads them. */
export function commonReadings(inspection: SourceInspection, columns: readonly DateColumn[]): readonly DateReading[] {
  const offered = columns.map(({ name, withTime }) => {
    const { dateFormats = [] } = inspection.columns.find((column) => column.name === name) ?? {};
    return dateFormats.filter(({ date }) => fits(date, withTime));
  });
  const [first = [], ...others] = offered;
  return first.filter((reading) => others.every((other) => other.some(({ format }) => format === reading.format)));
}

function fits(date: string, withTime: boolean): boolean {
  return withTime || !date.includes('T');
}

function hasValue(row: unknown, column: string): boolean {
  const value = isRecord(row) ? row[column] : null;
  return value !== null && value !== undefined && String(value).trim() !== '';
}
