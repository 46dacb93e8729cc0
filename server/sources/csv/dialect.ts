import { type FormatHints, SourceError } from '../types.ts';
import { RecordScanner, type Syntax } from './scanner.ts';
import type { TextWindow } from './text.ts';

/** In order of preference where the text does not decide. */
const delimiters = [',', '\t', ';', '|'] as const;
/** Records that are looked at. */
const lookedAt = 500;

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
 * Delimiter and quote of the text from `start` (the header) on: what the caller said, else what gives the records most
 * evenly the header's number of cells. A header of one cell makes a file of one column, whatever the rows hold.
 */
export function detectSyntax(window: TextWindow, start: number, final: boolean, hints: FormatHints): DetectedSyntax {
  const said = saidCharacter(hints.delimiter, 'delimiter');
  const quoteSaid = hints.quote === undefined ? undefined : saidQuote(hints.quote);
  const candidates = (said === null ? delimiters : [said]).map((delimiter) =>
    weigh(window, start, final, { delimiter, quote: quoteSaid === undefined ? '"' : quoteSaid }),
  );
  const best = bestOf(candidates);
  const delimiter = best?.delimiter ?? said ?? unusedDelimiter(window);
  const quote = quoteSaid === undefined ? detectQuote(window, start, final, delimiter) : quoteSaid;
  const fits = best !== null && best.agreeing >= 0.5;
  return { delimiter, quote, doubt: fits ? null : tableBelow(candidates, best?.headerCells ?? 1) };
}

function weigh(window: TextWindow, start: number, final: boolean, syntax: Syntax): Candidate {
  const counts = cellCounts(window, start, final, syntax);
  const headerCells = counts[0] ?? 1;
  const agreeing = share(counts, headerCells);
  const usual = commonest(counts.slice(1));
  const quoted = syntax.quote === null ? 0 : besideQuote(window.text, start, syntax.delimiter, syntax.quote);
  return { delimiter: syntax.delimiter, headerCells, agreeing, quoted, ...usual };
}

function besideQuote(text: string, start: number, delimiter: string, quote: string): number {
  const from = text.slice(start);
  return from.split(delimiter + quote).length + from.split(quote + delimiter).length - 2;
}

function cellCounts(window: TextWindow, start: number, final: boolean, syntax: Syntax): number[] {
  const scanner = new RecordScanner(syntax);
  const counts: number[] = [];
  for (let at = start; counts.length < lookedAt; at = scanner.end) {
    const scan = scanner.scan(window, at, final);
    if (scan === 'record') counts.push(scanner.values.length);
    else if (scan !== 'blank') break;
  }
  return counts;
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
function unusedDelimiter({ text }: TextWindow): string {
  return delimiters.find((delimiter) => !text.includes(delimiter)) ?? '\x1f';
}

/** `'` where cells begin and end with it as often, at least twice, none begins with `"`, and it parses cleanly. */
function detectQuote(window: TextWindow, start: number, final: boolean, delimiter: string): string {
  const text = window.text.slice(start);
  const edge = delimiter === '|' ? '\\|' : delimiter;
  const count = (pattern: string): number => text.match(new RegExp(pattern, 'g'))?.length ?? 0;
  const opened = count(`(?:^|[\\r\\n]|${edge})'`);
  if (opened < 2 || count(`(?:^|[\\r\\n]|${edge})"`) > 0) return '"';
  if (count(`'(?=$|[\\r\\n]|${edge})`) !== opened) return '"';
  return parsesCleanly(window, start, final, { delimiter, quote: "'" }) ? "'" : '"';
}

function parsesCleanly(window: TextWindow, start: number, final: boolean, syntax: Syntax): boolean {
  const scanner = new RecordScanner(syntax);
  for (let at = start, seen = 0; seen < lookedAt; at = scanner.end, seen += 1) {
    const scan = scanner.scan(window, at, final);
    if (scan !== 'record' && scan !== 'blank') return true;
    if (scan === 'record' && scanner.flaw !== null) return false;
  }
  return true;
}

function saidQuote(quote: string): string | null {
  return quote === '' ? null : saidCharacter(quote, 'quote');
}

function saidCharacter(character: string | undefined, what: string): string | null {
  if (character === undefined || character === '') return null;
  const plain = character === '\\t' ? '\t' : character;
  // Only ASCII characters are a single byte in every encoding that is scanned.
  if (plain.length === 1 && plain < '\x7f' && plain !== '\n' && plain !== '\r' && plain !== '\0') return plain;
  throw new SourceError('BAD_FORMAT', `The ${what} "${character}" cannot be used. Give one ASCII character.`);
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
