import { maxRowBytes } from '../limits.ts';
import type { TextWindow } from './text.ts';

/** What is wrong with a record as text; `null` is a good one. */
export type Flaw = 'BAD_QUOTE' | 'UNCLOSED_QUOTE' | null;

/** `incomplete`: it may go on after the window. `too-long`: no end of line within the limit of a row. */
export type Scan = 'record' | 'blank' | 'incomplete' | 'end' | 'too-long';

export interface Syntax {
  readonly delimiter: string;
  readonly quote: string | null;
}

const lf = 10;
const cr = 13;

/**
 * Finds one record after another in a window, by RFC 4180 with these rules for what it leaves open:
 *
 * - LF, CRLF and CR end a record wherever they stand outside quotes, so a file that mixes them loses no row.
 * - A quote inside an unquoted cell is text. A quote that closes and is followed by more text makes the cell BAD_QUOTE:
 *   the cell is what stands there, quotes and all, up to the next delimiter or end of line.
 * - A quoted cell that spans lines must close properly. If it does not, its opening quote is taken for a stray one: the
 *   record's first line alone is an UNCLOSED_QUOTE record, split at every delimiter, and the scan goes on with the next
 *   line. So the rows after a forgotten quote stay rows, and no byte is looked at more than a few times. Only a forgotten quote that meets another quote in front of a
 *   delimiter cannot be told from a cell with line breaks; it nearly always shows by its number of cells.
 *
 * csv-parse, which cannot report the second or recover from the third, needs three times as long and an object for each
 * record's offset. This one's fields hold the last record, so that a scan allocates nothing but its values.
 */
export class RecordScanner {
  values: string[] = [];
  /** Index after the record and its end of line. */
  end = 0;
  /** Lines that the record takes. */
  lines = 0;
  flaw: Flaw = null;

  readonly #delimiter: number;
  readonly #quote: number;
  readonly #syntax: Syntax;

  constructor(syntax: Syntax) {
    this.#syntax = syntax;
    this.#delimiter = syntax.delimiter.charCodeAt(0);
    this.#quote = syntax.quote === null ? -1 : syntax.quote.charCodeAt(0);
  }

  /** The record at `start`. `final`: nothing comes after the window. */
  scan(window: TextWindow, start: number, final: boolean): Scan {
    const { bytes } = window;
    this.values = [];
    this.lines = 1;
    this.flaw = null;
    if (start >= bytes.length) return final ? 'end' : 'incomplete';
    const first = bytes[start];
    if (first === lf || first === cr) return this.#endLine(bytes, start, final) ? 'blank' : 'incomplete';
    return this.#cells(window, start, final);
  }

  #cells(window: TextWindow, start: number, final: boolean): Scan {
    const { bytes } = window;
    const { length } = bytes;
    let at = start;
    for (;;) {
      const after = bytes[at] === this.#quote ? this.#quoted(window, start, at, final) : this.#plain(window, at);
      if (after < 0) return this.#unclosed(window, start, final, after === ranOut);
      if (after >= length) return final ? this.#last(after) : incomplete(length - start);
      if (bytes[after] !== this.#delimiter) {
        if (after - start > maxRowBytes) return 'too-long';
        return this.#endLine(bytes, after, final) ? 'record' : 'incomplete';
      }
      at = after + 1;
    }
  }

  #plain(window: TextWindow, at: number): number {
    const end = this.#cellEnd(window.bytes, at);
    this.values.push(window.cell(at, end));
    return end;
  }

  /** Index after the cell, or why it has none: `ranOut`, `notClosed`. */
  #quoted(window: TextWindow, start: number, at: number, final: boolean): number {
    const { bytes, text } = window;
    const quote = this.#syntax.quote ?? '';
    let doubled = false;
    let close = text.indexOf(quote, at + 1);
    while (close >= 0 && bytes[close + 1] === this.#quote) {
      doubled = true;
      close = text.indexOf(quote, close + 2);
    }
    if (close < 0 || close - start > maxRowBytes || (close + 1 === bytes.length && !final)) return ranOut;
    const value = window.cell(at + 1, close);
    const breaks = countBreaks(value);
    if (!this.#endsCell(bytes[close + 1])) return breaks > 0 ? notClosed : this.#badlyQuoted(window, at, close);
    this.lines += breaks;
    this.values.push(doubled ? value.replaceAll(quote + quote, quote) : value);
    return close + 1;
  }

  #badlyQuoted(window: TextWindow, at: number, close: number): number {
    const end = this.#cellEnd(window.bytes, close);
    this.flaw = 'BAD_QUOTE';
    this.values.push(window.cell(at, end));
    return end;
  }

  #unclosed(window: TextWindow, start: number, final: boolean, ranOn: boolean): Scan {
    const { bytes } = window;
    if (ranOn && !final && bytes.length - start <= maxRowBytes) return 'incomplete';
    let end = start;
    while (end < bytes.length && bytes[end] !== lf && bytes[end] !== cr) end += 1;
    if (end - start > maxRowBytes) return 'too-long';
    this.values = window.cell(start, end).split(this.#syntax.delimiter);
    this.lines = 1;
    this.flaw = 'UNCLOSED_QUOTE';
    if (end >= bytes.length) return final ? this.#last(end) : 'incomplete';
    return this.#endLine(bytes, end, final) ? 'record' : 'incomplete';
  }

  /** A record that the end of the file ends. */
  #last(end: number): Scan {
    this.end = end;
    return 'record';
  }

  /** False where a CR is the last byte so far: an LF may belong to it. */
  #endLine(bytes: Buffer, at: number, final: boolean): boolean {
    const isCr = bytes[at] === cr;
    if (isCr && at + 1 === bytes.length && !final) return false;
    this.end = isCr && bytes[at + 1] === lf ? at + 2 : at + 1;
    return true;
  }

  #cellEnd(bytes: Buffer, at: number): number {
    const delimiter = this.#delimiter;
    const { length } = bytes;
    let end = at;
    for (; end < length; end += 1) {
      const byte = bytes[end];
      if (byte === delimiter || byte === lf || byte === cr) break;
    }
    return end;
  }

  #endsCell(byte: number | undefined): boolean {
    return byte === undefined || byte === this.#delimiter || byte === lf || byte === cr;
  }
}

const ranOut = -1;
const notClosed = -2;

function incomplete(length: number): Scan {
  return length > maxRowBytes ? 'too-long' : 'incomplete';
}

/** Line breaks in a quoted value, CRLF being one. */
function countBreaks(value: string): number {
  if (!value.includes('\n') && !value.includes('\r')) return 0;
  let breaks = 0;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code === lf || (code === cr && value.charCodeAt(at + 1) !== lf)) breaks += 1;
  }
  return breaks;
}
