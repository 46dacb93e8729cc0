import { CsvError, type InfoField, type InfoRecord, type Options, parse } from 'csv-parse/sync';
import { maxCells } from '../shared/limits.ts';
import type { Syntax } from './record.ts';

/**
 * `open`: the text ends within a quoted cell. `stopped`: it was not wanted to its end. `wide`: the next record has more
 * than `maxCells` cells.
 */
export type Outcome = 'end' | 'open' | 'stopped' | 'wide';

/** Thrown through csv-parse, which has no other way to stop within a text. */
const stopped = new Error('stopped');
const wide = new Error('wide');
/** A shorter text cannot hold so many cells that reading them all costs anything; counting them in each would. */
const countedFrom = 64 * 1024;

/** Gives a text's records to `take` until it returns false. Blank lines are left out, and counted in `info`. */
export function tokenize(
  text: Buffer,
  syntax: Syntax,
  take: (values: readonly string[], info: InfoRecord) => boolean,
): Outcome {
  return outcomeOf(() => {
    const on_record = (values: string[], info: InfoRecord): null => {
      if (values.length > maxCells) throw wide;
      if (!take(values, info)) throw stopped;
      return null;
    };
    const options = { ...optionsOf(text, syntax), on_record };
    parse(text, text.length > countedFrom ? { ...options, cast: counted } : options);
  });
}

function counted(value: string, { index }: InfoField): string {
  if (index >= maxCells) throw wide;
  return value;
}

/** Gives a text's cells to `take` until it returns false. `end`: the index after the cell in the text. */
export function tokenizeCells(
  text: Buffer,
  syntax: Syntax,
  take: (value: string, quoted: boolean, end: number) => boolean,
): Outcome {
  return outcomeOf(() => {
    const cast = (value: string, { quoting, bytes }: InfoField): string => {
      if (!take(value, quoting, bytes)) throw stopped;
      return value;
    };
    parse(text, { ...optionsOf(text, syntax), cast });
  });
}

/**
 * With relax_quotes nothing makes csv-parse give up within a text, so wrong quotes do not make it start over. A cell with
 * text behind its closing quote comes with that first quote, and can be told by it (see checkQuotes.ts).
 */
function optionsOf(text: Buffer, { delimiter, quote }: Syntax): Options {
  // It is quicker when it need not look for quotes.
  const used = quote !== null && text.includes(quote) ? quote : null;
  return {
    delimiter,
    quote: used,
    escape: used,
    // All of them, wherever they stand: a file that mixes them loses no row.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  };
}

function outcomeOf(run: () => void): Outcome {
  try {
    run();
    return 'end';
  } catch (error) {
    if (error === stopped) return 'stopped';
    if (error === wide) return 'wide';
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return 'open';
    throw error;
  }
}
