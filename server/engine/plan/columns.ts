import { message } from '../../messages/catalogue.ts';
import { isEmptyCell } from '../../sdk/fieldTypes.ts';
import type { Json } from '../../sdk/json.ts';
import { isKnownLocale } from '../../sdk/localNumbers.ts';
import type { FormatHints, SourceRow } from '../../sources/types.ts';
import { dateFormatIssue } from '../apply/dateFormat.ts';
import type { InputIssue } from '../model/errors.ts';
import type { InspectedColumn } from '../model/requests.ts';
import { dateReadings } from './dateReadings.ts';

/** So many different values of a column are listed for mapping one by one; with more, it is no list of choices. */
const MAX_CHOICES = 50;
const MAX_SAMPLES = 5;
/** Longer samples are cut, in UTF-16 units. */
const SAMPLE_LENGTH = 200;

/** What each column holds, from the rows that were looked at; `datesMatter`: for an importer that takes dates. */
export function describeColumns(
  columns: readonly string[],
  rows: readonly SourceRow[],
  datesMatter: boolean,
): InspectedColumn[] {
  const good = rows.filter((row) => row.rowError === undefined);
  return columns.map((name, position) => describe(name, good, position, datesMatter));
}

function describe(name: string, rows: readonly SourceRow[], position: number, datesMatter: boolean): InspectedColumn {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const { values } of rows) {
    const cell = values[position];
    if (cell === undefined || isEmptyCell(cell)) continue;
    filled += 1;
    const text = textOf(cell);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const samples = [...counts.keys()].slice(0, MAX_SAMPLES).map((text) => text.slice(0, SAMPLE_LENGTH));
  const isChoice = counts.size <= MAX_CHOICES && [...counts.keys()].every((text) => text.length <= SAMPLE_LENGTH);
  const values = isChoice ? [...counts].map(([value, count]) => ({ value, count })) : [];
  const dateFormats = datesMatter ? dateReadings([...counts.keys()]) : [];
  return { name, samples, filled, values: values.sort((a, b) => b.count - a.count), dateFormats };
}

function textOf(cell: Json): string {
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}

/** The last row of a spreadsheet, and more than any header is down a file. */
const LAST_ROW = 1_048_576;

/** What is wrong with what was said of a source's format, as far as that shows without the source. */
export function formatIssues({ headerRow, dateFormat, locale }: FormatHints): InputIssue[] {
  const issues: InputIssue[] = [];
  if (headerRow !== undefined && (headerRow < 0 || headerRow > LAST_ROW)) {
    issues.push({ path: ['format', 'headerRow'], message: message('HEADER_ROW', { limit: LAST_ROW }) });
  }
  const wrong = dateFormat === undefined || dateFormat === '' ? null : dateFormatIssue(dateFormat);
  if (wrong !== null) issues.push({ path: ['format', 'dateFormat'], message: wrong });
  if (locale && !isKnownLocale(locale)) {
    issues.push({ path: ['format', 'locale'], message: message('NO_LOCALE', { name: locale }) });
  }
  return issues;
}
