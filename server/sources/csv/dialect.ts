import { message } from '../../messages/catalogue.ts';
import { maxCells } from '../shared/limits.ts';
import { type FormatHints, SourceError } from '../types.ts';
import type { CsvRecord, Syntax } from './record.ts';
import { RecordReader } from './recordReader.ts';

/** In order of preference where the text does not decide. */
const delimiters = [',', '\t', ';', '|'] as const;
/** Records that are looked at. */
const inspectedRecords = 500;

interface Candidate {
  readonly delimiter: string;
  /** Cells of the first record, which is the header as a rule. */
  readonly headerCells: number;
  /** Share of the records that have as many cells as the first. */
  readonly agreeing: number;
  /** How often a quote stands beside the delimiter. */
  readonly quoted: number;
  /** The commonest number of cells behind the first record, and its share. */
  readonly usualCells: number;
  readonly usualShare: number;
}

export interface DetectedSyntax extends Syntax {
  /** Set where the rows look like a table and the header does not. */
  readonly doubt: { readonly delimiter: string; readonly cells: number; readonly headerCells: number } | null;
}

/**
 * Delimiter and quote of the text, which starts with the header: what the caller said, else what gives the records most
 * evenly the header's number of cells. A header of one cell makes a file of one column, whatever the rows hold.
 */
export function detectSyntax(text: Buffer, final: boolean, hints: FormatHints): DetectedSyntax {
  const requested = requestedCharacter(hints.delimiter, 'delimiter');
  const requestedQuoteOf = hints.quote === undefined ? undefined : requestedQuote(hints.quote);
  const candidates = delimitersIn(text, hints).map((delimiter) =>
    weigh(text, final, { delimiter, quote: requestedQuoteOf === undefined ? '"' : requestedQuoteOf }),
  );
  const best = bestOf(candidates);
  const delimiter = best?.delimiter ?? requested ?? unusedDelimiter(text);
  const quote = requestedQuoteOf === undefined ? detectQuote(text, final, delimiter) : requestedQuoteOf;
  const fits = best !== null && best.agreeing >= 0.5;
  return { delimiter, quote, doubt: fits ? null : tableBelow(candidates, best?.headerCells ?? 1) };
}

/** The delimiters that the text may have. One that does not occur makes no table, and need not be tried. */
export function delimitersIn(text: Buffer, hints: FormatHints): readonly string[] {
  const requested = requestedCharacter(hints.delimiter, 'delimiter');
  return (requested === null ? delimiters : [requested]).filter((delimiter) => text.includes(delimiter));
}

function weigh(text: Buffer, final: boolean, syntax: Syntax): Candidate {
  const counts = cellCounts(text, final, syntax);
  const headerCells = counts[0] ?? 1;
  const agreeing = share(counts, headerCells);
  const usual = commonest(counts.slice(1));
  const quoted = syntax.quote === null ? 0 : besideQuote(text.toString(), syntax.delimiter, syntax.quote);
  return { delimiter: syntax.delimiter, headerCells, agreeing, quoted, ...usual };
}

function besideQuote(text: string, delimiter: string, quote: string): number {
  return text.split(delimiter + quote).length + text.split(quote + delimiter).length - 2;
}

/** How many cells the first records have, up to one that has too many. */
function cellCounts(text: Buffer, final: boolean, syntax: Syntax): readonly number[] {
  const { records, isCutByWidth } = readFirst(text, final, syntax);
  const counts = records.map(({ values }) => values.length);
  return isCutByWidth ? [...counts, maxCells + 1] : counts;
}

/**
 * The first 500 records of a text, up to one that has too many cells, as it may with a delimiter that it does not have.
 */
export function firstRecords(text: Buffer, final: boolean, syntax: Syntax): readonly CsvRecord[] {
  return readFirst(text, final, syntax).records;
}

function readFirst(
  text: Buffer,
  final: boolean,
  syntax: Syntax,
): { readonly records: readonly CsvRecord[]; readonly isCutByWidth: boolean } {
  const records: CsvRecord[] = [];
  try {
    for (const record of new RecordReader(syntax, 1).records(text, final).take(inspectedRecords)) records.push(record);
  } catch (error) {
    if (!(error instanceof SourceError && error.code === 'TOO_MANY_COLUMNS')) throw error;
    return { records, isCutByWidth: true };
  }
  return { records, isCutByWidth: false };
}

function bestOf(candidates: readonly Candidate[]): Candidate | null {
  const tables = candidates.filter(({ headerCells }) => headerCells > 1);
  const order = tables.toSorted(
    (a, b) => b.agreeing - a.agreeing || b.quoted - a.quoted || b.headerCells - a.headerCells,
  );
  return order[0] ?? null;
}

function tableBelow(candidates: readonly Candidate[], headerCells: number): DetectedSyntax['doubt'] {
  const tables = candidates.filter(({ usualCells, usualShare }) => usualCells > 1 && usualShare >= 0.6);
  const [table] = tables.toSorted((a, b) => b.usualShare - a.usualShare || b.usualCells - a.usualCells);
  return table ? { delimiter: table.delimiter, cells: table.usualCells, headerCells } : null;
}

/** For a file of one column: a delimiter that does not cut its values. */
function unusedDelimiter(text: Buffer): string {
  return delimiters.find((delimiter) => !text.includes(delimiter)) ?? '\x1f';
}

/** `'` where cells begin and end with it as often, at least twice, none begins with `"`, and it parses cleanly. */
function detectQuote(bytes: Buffer, final: boolean, delimiter: string): string {
  const text = bytes.toString();
  const opened = atEdge(text, "'", delimiter, -1);
  if (opened < 2 || atEdge(text, '"', delimiter, -1) > 0) return '"';
  if (atEdge(text, "'", delimiter, 1) !== opened) return '"';
  return firstRecords(bytes, final, { delimiter, quote: "'" }).every(({ flaw }) => flaw === null) ? "'" : '"';
}

/** How many of the quotes stand where a cell begins (`side` -1) or ends (1). */
function atEdge(text: string, quote: string, delimiter: string, side: -1 | 1): number {
  let count = 0;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const beside = text[at + side];
    if (beside === undefined || beside === '\r' || beside === '\n' || beside === delimiter) count += 1;
  }
  return count;
}

function requestedQuote(quote: string): string | null {
  return quote === '' ? null : requestedCharacter(quote, 'quote');
}

function requestedCharacter(character: string | undefined, option: 'delimiter' | 'quote'): string | null {
  if (character === undefined || character === '') return null;
  const plain = character === '\\t' ? '\t' : character;
  // Only an ASCII character is a single byte in UTF-8.
  if (plain.length === 1 && plain < '\x7f' && plain !== '\n' && plain !== '\r' && plain !== '\0') return plain;
  const what = option === 'quote' ? message('FORMAT_QUOTE') : message('FORMAT_DELIMITER');
  throw new SourceError(message('BAD_FORMAT', { cause: message('BAD_FORMAT_CHARACTER', { what, character }) }), {
    path: ['format', option],
  });
}

function commonest(counts: readonly number[]): { usualCells: number; usualShare: number } {
  const byCells = new Map<number, number>();
  for (const cells of counts) byCells.set(cells, (byCells.get(cells) ?? 0) + 1);
  let usualCells = 1;
  for (const [cells, times] of byCells) if (times > (byCells.get(usualCells) ?? 0)) usualCells = cells;
  return { usualCells, usualShare: share(counts, usualCells) };
}

function share(counts: readonly number[], cells: number): number {
  return counts.length === 0 ? 0 : counts.filter((count) => count === cells).length / counts.length;
}
