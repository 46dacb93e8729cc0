import { isEmptyCell } from '../sdk/fieldTypes.ts';
import type { Json } from '../sdk/json.ts';
import type { SourceRow } from '../sources/types.ts';
import { type DateReading, dateReadings } from './dateReadings.ts';

/** So many different values of a column are listed for mapping one by one; with more, it is no list of choices. */
const MAX_CHOICES = 50;
const MAX_SAMPLES = 5;
/** Longer samples are cut, in UTF-16 units. */
const SAMPLE_LENGTH = 200;

/** What the first rows have in a column. */
export interface InspectedColumn {
  readonly name: string;
  /** The first different values that are not empty, cut to 200 characters. */
  readonly samples: readonly string[];
  /** How many of the rows looked at have a value here. */
  readonly filled: number;
  /** All values in the rows looked at, commonest first; empty where they are more than 50 or one is long. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** How they could be read as dates, likeliest first; empty where they need no date format, or are none. */
  readonly dateFormats: readonly DateReading[];
}

/** What each column holds, from the rows that were looked at; `datesMatter`: for an importer that takes dates. */
export function describeColumns(
  columns: readonly string[],
  rows: readonly SourceRow[],
  datesMatter: boolean,
): InspectedColumn[] {
  const good = rows.filter((row) => row.fault === undefined);
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
