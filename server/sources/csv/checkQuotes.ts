import { countBreaks } from './lines.ts';
import type { Flaw, Syntax } from './record.ts';
import { tokenizeCells } from './tokenize.ts';

/** `values` and `ends` (in the text) are those of the cells before one that is not closed. */
export interface Checked {
  readonly values: readonly string[];
  readonly ends: readonly number[];
  readonly flaw: Flaw;
}

/**
 * A record once more, cell by cell, with a look at what really stands there: a quoted cell is good if writing its value
 * with quotes gives the same text again. If not, its value is what stands there, quotes and all, and the record is
 * BAD_QUOTE; or UNCLOSED_QUOTE if the cell goes over lines, for then its opening quote is a stray one, and the lines
 * are none of one record. It is UNCLOSED_QUOTE, too, with a cell that ends where `isUnclosedAt` says so. `text` may also
 * be the beginning of a record.
 */
export function checkQuotes(
  text: Buffer,
  syntax: Syntax,
  isUnclosedAt: (end: number) => boolean = () => false,
): Checked {
  const quote = syntax.quote ?? '';
  const values: string[] = [];
  const ends: number[] = [];
  let flaw: Flaw = null;
  let start = 0;
  tokenizeCells(text, syntax, (value, quoted, end) => {
    const written = quoted ? text.toString('utf8', start, end) : value;
    const good = !quoted || written === quote + value.replaceAll(quote, quote + quote) + quote;
    if (!good) flaw = countBreaks(written) > 0 ? 'UNCLOSED_QUOTE' : 'BAD_QUOTE';
    if (isUnclosedAt(end)) flaw = 'UNCLOSED_QUOTE';
    if (flaw === 'UNCLOSED_QUOTE') return false;
    values.push(good ? value : written);
    ends.push(end);
    start = end + 1;
    return true;
  });
  return { values, ends, flaw };
}
