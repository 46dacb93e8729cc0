import { maxCells, maxRowBytes } from '../shared/limits.ts';
import { tooWide } from '../shared/wide.ts';
import type { SourceError } from '../types.ts';
import { type Checked, checkQuotes } from './checkQuotes.ts';
import { countBreaks, endOfLines, lineAt, skipBlank } from './lines.ts';
import { type CsvRecord, type Flaw, type Syntax, tooLong } from './record.ts';
import { type Outcome, tokenize } from './tokenize.ts';
import { UnclosedCells } from './unclosedCells.ts';

/** How much csv-parse is given at once, in bytes: little after a quote that is not closed, more and more behind it. */
const leastBytes = 512;
const firstBytes = 4 * 1024;
const mostBytes = 64 * 1024;
/** Of an end of line. */
const mostEndBytes = 2;

/**
 * Reads the records of a text, window by window. csv-parse reads them by RFC 4180; these are the rules for what that
 * leaves open:
 *
 * - LF, CRLF and CR end a record wherever they stand outside quotes.
 * - A quote inside an unquoted cell is text. A quote that closes and is followed by more text makes the cell BAD_QUOTE:
 *   the cell is what stands there, quotes and all, up to the next delimiter or end of line.
 * - A quoted cell that spans lines must close properly. If it does not, its opening quote is taken for a stray one: the
 *   record's first line alone is an UNCLOSED_QUOTE record, split at every delimiter, and reading goes on with the next
 *   line. So the rows after a forgotten quote stay rows. Only one that meets another quote in front of a delimiter cannot
 *   be told from a cell with line breaks; it nearly always shows by its number of cells.
 *
 * csv-parse is given pieces of whole lines, so that only an open quote can cut a record. Only behind a quote that is not
 * closed is text read again, and a piece is at most twice as long as what went well before it, so that stays in
 * proportion.
 */
export class RecordReader {
  /** Index in the present window up to which it was read. */
  end = 0;
  readonly #syntax: Syntax;
  /** Of the line at `end`. */
  #line: number;
  #afterBlank = false;
  #pieceBytes = firstBytes;
  /** Bytes before the present window. */
  #passed = 0;
  readonly #unclosed = new UnclosedCells();
  /** The last record that was looked at: before it is found not to be closed, it always is. */
  #checked: { readonly ends: readonly number[]; readonly from: number } = { ends: [], from: 0 };

  /** `line`: of the text's start, 1-based. */
  constructor(syntax: Syntax, line: number) {
    this.#syntax = syntax;
    this.#line = line;
  }

  /**
   * The records of a window, which starts with what was left over (from `end`) of the one before. `final`: nothing
   * comes after it. Throws SourceError ROW_TOO_LONG, TOO_MANY_COLUMNS.
   */
  *records(window: Buffer, final: boolean): Generator<CsvRecord, void, undefined> {
    this.#passed += this.end;
    this.end = 0;
    for (;;) {
      const records = this.#piece(window, final);
      if (records === null) return;
      yield* records;
    }
  }

  /** The records of the next piece: none where it must be longer, null where the window lacks what it must hold. */
  #piece(window: Buffer, final: boolean): CsvRecord[] | null {
    const start = this.end;
    if (start === window.length) return null;
    const until = endOfLines(window, start, this.#pieceBytes, final);
    if (until === null) return this.#longer(window, this.#pieceBytes, final);
    const text = window.subarray(start, until);
    const records: CsvRecord[] = [];
    const outcome = this.#read(text, records);
    if (outcome === 'end') this.#endPiece(window, until);
    else if (outcome === 'stopped') records.push(this.#firstLine(window));
    else if (outcome === 'wide' && records.length === 0) throw this.#wide(window);
    else if (records.length === 0) return this.#open(window, text, final);
    return records;
  }

  /** Reads up to the first record that is not closed. */
  #read(text: Buffer, records: CsvRecord[]): Outcome {
    const start = this.end;
    const mayBeBad = badQuoteTest(text, this.#syntax);
    let linesBefore = 0;
    let blanksBefore = 0;
    return tokenize(text, this.#syntax, (cells, info) => {
      const end = start + info.bytes;
      const isTooLong = end - this.end > maxRowBytes + mostEndBytes;
      const checked = isTooLong || mayBeBad(cells) ? this.#check(text, this.end - start, info.bytes) : null;
      if (isTooLong || checked?.flaw === 'UNCLOSED_QUOTE') return false;
      const blanks = info.empty_lines - blanksBefore;
      // csv-parse counts the lines within a cell, but a CRLF there as two.
      const lines = info.lines - linesBefore - blanks === 1 ? 1 : linesOf(cells);
      linesBefore = info.lines;
      blanksBefore = info.empty_lines;
      records.push(this.#record(checked?.values ?? cells, checked?.flaw ?? null, blanks, lines, end));
      return true;
    });
  }

  /** After the piece's last record there are only blank lines. */
  #endPiece(window: Buffer, until: number): void {
    const blanks = countBreaks(window.toString('latin1', this.end, until));
    if (blanks > 0) this.#afterBlank = true;
    this.#line += blanks;
    this.end = until;
    this.#pieceBytes = Math.min(2 * this.#pieceBytes, mostBytes);
  }

  /** The piece is a part of one record. */
  #open(window: Buffer, text: Buffer, final: boolean): CsvRecord[] | null {
    if (this.#check(text, 0, text.length).flaw === 'UNCLOSED_QUOTE') return [this.#firstLine(window)];
    const isOpenToEnd = window.indexOf(this.#syntax.quote ?? '', this.end + text.length) < 0;
    return this.#longer(window, isOpenToEnd ? window.length : this.#pieceBytes, final);
  }

  /** Looks at the record (or its beginning) that is next in the text, behind blank lines. */
  #check(text: Buffer, start: number, end: number): Checked {
    const first = skipBlank(text, start);
    const from = this.#passed + this.end + first - start;
    const checked = checkQuotes(text.subarray(first, end), this.#syntax, (cell) => this.#unclosed.has(from + cell));
    this.#checked = { ends: checked.ends, from };
    return checked;
  }

  /** The record takes more than `bytes`. */
  #longer(window: Buffer, bytes: number, final: boolean): CsvRecord[] | null {
    const there = window.length - this.end;
    const mayEndBehind = Math.min(bytes, there) <= maxRowBytes + mostEndBytes;
    if (bytes < there && mayEndBehind) {
      this.#pieceBytes *= 2;
      return [];
    }
    return !final && mayEndBehind ? null : [this.#firstLine(window)];
  }

  /** The first line alone of a record that is not closed. */
  #firstLine(window: Buffer): CsvRecord {
    const start = skipBlank(window, this.end);
    const blanks = countBreaks(window.toString('latin1', this.end, start));
    const { end, next } = lineAt(window, start);
    if (end - start > maxRowBytes) throw tooLong(this.#line + blanks);
    this.#pieceBytes = leastBytes;
    this.#unclosed.forget(this.#passed + start);
    this.#unclosed.add(this.#checked.ends, this.#checked.from);
    const values = window.toString('utf8', start, end).split(this.#syntax.delimiter, maxCells + 1);
    if (values.length > maxCells) throw this.#wide(window);
    return this.#record(values, 'UNCLOSED_QUOTE', blanks, 1, next);
  }

  /** The next record has too many cells. */
  #wide(window: Buffer): SourceError {
    const blanks = countBreaks(window.toString('latin1', this.end, skipBlank(window, this.end)));
    return tooWide(this.#line + blanks);
  }

  #record(values: readonly string[], flaw: Flaw, blanks: number, lines: number, end: number): CsvRecord {
    const line = this.#line + blanks;
    const record = {
      values,
      flaw,
      line,
      lines,
      afterBlank: this.#afterBlank || blanks > 0,
      length: end - this.end,
      end,
    };
    this.#line = line + lines;
    this.#afterBlank = false;
    this.end = end;
    return record;
  }
}

/** Whether a record of the text may hold a BAD_QUOTE cell: such a cell comes with its opening quote. */
function badQuoteTest(text: Buffer, { quote }: Syntax): (cells: readonly string[]) => boolean {
  if (quote === null || !text.includes(quote)) return () => false;
  // csv-parse takes a NUL for the end of the text, so a quote in front of one closes, whatever follows.
  if (text.includes(`${quote}\0`)) return () => true;
  const code = quote.charCodeAt(0);
  return (cells) => cells.some((cell) => cell.charCodeAt(0) === code);
}

function linesOf(values: readonly string[]): number {
  return values.reduce((lines, value) => lines + countBreaks(value), 1);
}
