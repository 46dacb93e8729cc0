import type { SourceRow } from '../types.ts';
import type { Flaw } from './record.ts';

/** A record as a row: what is wrong with it is said in words, nothing of it is changed. */
export function rowOf(number: number, line: number, values: readonly string[], flaw: Flaw, columns: number): SourceRow {
  if (flaw !== null) return { number, line, values, rowError: { code: flaw, message: flaws[flaw](line) } };
  if (values.length === columns) return { number, line, values };
  // Spreadsheets write empty cells beyond the table.
  if (values.length > columns && values.findIndex((value, index) => index >= columns && value !== '') < 0) {
    return { number, line, values: values.slice(0, columns) };
  }
  return { number, line, values, rowError: { code: 'RAGGED_ROW', message: ragged(line, values.length, columns) } };
}

const flaws: Readonly<Record<Exclude<Flaw, null>, (line: number) => string>> = {
  BAD_QUOTE: (line) =>
    `A quoted cell on line ${line} goes on after its closing quote. Double the quotes inside a quoted cell ("").`,
  UNCLOSED_QUOTE: (line) => `A quote that is opened on line ${line} is not closed properly. Close it, or remove it.`,
};

function ragged(line: number, cells: number, columns: number): string {
  const advice =
    cells < columns
      ? 'Add the missing cells.'
      : 'Put a cell that holds the delimiter in quotes, or remove the cells that are too many.';
  return `The row on line ${line} has ${count(cells, 'cell')}, and the header has ${count(columns, 'column')}. ${advice}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
