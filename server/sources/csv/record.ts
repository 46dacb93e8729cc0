import { message } from '../../messages/catalogue.ts';
import { maxRowBytes } from '../shared/limits.ts';
import { SourceError } from '../types.ts';

/** What is wrong with a record as text; `null` is a good one. */
export type Flaw = 'BAD_QUOTE' | 'UNCLOSED_QUOTE' | null;

/** What divides cells and what wraps them, of one ASCII character each. */
export interface Syntax {
  readonly delimiter: string;
  readonly quote: string | null;
}

/** One line of the table as it came, which is several lines of the file where a quoted cell holds ends of line. */
export interface CsvRecord {
  readonly values: readonly string[];
  readonly flaw: Flaw;
  /** 1-based line on which it starts, and how many it takes. */
  readonly line: number;
  readonly lines: number;
  /** A blank line stands before it. */
  readonly afterBlank: boolean;
  /** Bytes it takes, with the blank lines before it. */
  readonly length: number;
  /** Index in the present window after the record and its end of line. */
  readonly end: number;
}

export function tooLong(line: number): SourceError {
  const cause = message('CSV_ROW_TOO_LONG', { line, size: maxRowBytes });
  return new SourceError(message('ROW_TOO_LONG', { cause }));
}
