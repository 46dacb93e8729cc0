import { countBreaks } from './lines.ts';
import type { Flaw, Syntax } from './record.ts';
import { tokenizeCells } from './tokenize.ts';

/**
 * A record once more, cell by cell, with a look at what really stands there: a quoted cell is good if writing its value
 * with quotes gives the same text again. If not, its value is what stands there, quotes and all, and the record is
 * BAD_QUOTE; or UNCLOSED_QUOTE if the cell goes over lines, for then its opening quote is a stray one, and the lines
 * are none of one record. `text` may also be the beginning of a record; `values` are its cells so far.
 */
export function checkQuotes(text: Buffer, syntax: Syntax): { readonly values: readonly string[]; readonly flaw: Flaw } {
  const quote = syntax.quote ?? '';
  const values: string[] = [];
  let flaw: Flaw = null;
  let start = 0;
  tokenizeCells(text, syntax, (value, quoted, end) => {
    const written = quoted ? text.toString('utf8', start, end) : value;
    const good = !quoted || written === quote + value.replaceAll(quote, quote + quote) + quote;
    if (!good) flaw = countBreaks(written) > 0 ? 'UNCLOSED_QUOTE' : 'BAD_QUOTE';
    values.push(good ? value : written);
    start = end + 1;
    return flaw !== 'UNCLOSED_QUOTE';
  });
  return { values, flaw };
}
