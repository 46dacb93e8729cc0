import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { SourceRow } from '../types.ts';
import type { Flaw } from './record.ts';

/** A record as a row: what is wrong with it is said in words, nothing of it is changed. */
export function rowOf(number: number, line: number, values: readonly string[], flaw: Flaw, columns: number): SourceRow {
  if (flaw !== null) return { number, line, values, rowError: flaws[flaw](line) };
  if (values.length === columns) return { number, line, values };
  // Spreadsheets write empty cells beyond the table.
  if (values.length > columns && values.findIndex((value, index) => index >= columns && value !== '') < 0) {
    return { number, line, values: values.slice(0, columns) };
  }
  return { number, line, values, rowError: ragged(line, values.length, columns) };
}

const flaws: Readonly<Record<Exclude<Flaw, null>, (line: number) => Message>> = {
  BAD_QUOTE: (line) => message('BAD_QUOTE', { cause: message('TEXT_AFTER_QUOTE', { line }) }),
  UNCLOSED_QUOTE: (line) => message('UNCLOSED_QUOTE', { cause: message('OPEN_QUOTE', { line }) }),
};

function ragged(line: number, count: number, columns: number): Message {
  const cells = message('CELLS', { count });
  const what = message('HEADER_COLUMNS', { count: columns });
  const advice = count < columns ? message('ADD_CELLS') : message('QUOTE_CELLS');
  return message('RAGGED_ROW', { cause: message('OTHER_CELL_COUNT', { line, cells, what, advice }) });
}
