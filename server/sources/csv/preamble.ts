import { headerIndex } from '../shared/headerRow.ts';
import type { FormatHints } from '../types.ts';
import { type DetectedSyntax, delimitersIn, firstRecords } from './dialect.ts';
import type { CsvRecord, Syntax } from './record.ts';

/** Records that are looked at: those above the header, and enough below it to see a table. */
const INSPECTED_RECORDS = 60;

export interface Preamble {
  /** 1-based, of the header, within the text. */
  readonly line: number;
  /** What is above it, line by line. */
  readonly above: readonly string[];
}

/**
 * The lines above a table that are none of it: a title, a date, notes. Null where the table begins with the text, and
 * wherever that is not clear: a row must not be taken for a header, nor a header for a note.
 */
export function skipPreamble(
  text: Buffer,
  final: boolean,
  hints: FormatHints,
  { quote, delimiter, doubt }: DetectedSyntax,
): Preamble | null {
  const [first] = firstRecords(text, final, { quote, delimiter });
  const isTable = first !== undefined && filled(first) > 1 && doubt === null;
  if (isTable) return null;
  const found = delimitersIn(text, hints).flatMap((each) => preambleWith(text, final, { quote, delimiter: each }));
  const [best] = found.toSorted((a, b) => b.agreeing - a.agreeing || b.cells - a.cells);
  return best ?? null;
}

function preambleWith(
  text: Buffer,
  final: boolean,
  syntax: Syntax,
): (Preamble & { readonly agreeing: number; readonly cells: number })[] {
  const records = firstRecords(text, final, syntax).slice(0, INSPECTED_RECORDS);
  const index = headerIndex(records.map(({ values }) => values));
  const header = records[index];
  if (index === 0 || !header) return [];
  const below = records.slice(index + 1);
  const cells = header.values.length;
  const agreeing = below.filter(({ values }) => values.length === cells).length / below.length;
  if (agreeing < 0.5) return [];
  const above = records.slice(0, index).map(({ values }) => values.filter((value) => value.trim() !== '').join(' '));
  return [{ line: header.line, above, agreeing, cells }];
}

function filled({ values }: CsvRecord): number {
  return values.filter((value) => value.trim() !== '').length;
}
