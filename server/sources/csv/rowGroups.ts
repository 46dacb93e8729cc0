import { groupBytes, groupRows } from '../limits.ts';
import type { Position, RowGroup, SourceRow, SourceWarning } from '../types.ts';
import { FooterHold } from './footer.ts';
import type { CsvRecord, Flaw } from './record.ts';
import { rowOf } from './row.ts';

/** The start of a read: its first row gets the number after `row`. */
export interface Start {
  readonly row: number;
  readonly line: number;
  readonly byte: number;
}

/**
 * Makes numbered rows of records, and groups of rows. `measure` says the file's byte at an index of the present window;
 * it is asked in ascending order only, and only where a group may end.
 */
export class RowGroups {
  readonly #columns: number;
  readonly #measure: (index: number) => number;
  readonly #footer: FooterHold;
  #rows: SourceRow[] = [];
  /** Index after the last row while it lies in the present window, and was not measured yet. */
  #unmeasured: number | null = null;
  #end: Position;
  #endLine: number;
  #number: number;
  #length = 0;
  #afterBlank = false;

  constructor(columns: number, start: Start, measure: (index: number) => number) {
    this.#columns = columns;
    this.#measure = measure;
    this.#footer = new FooterHold(columns);
    this.#end = start;
    this.#endLine = start.line;
    this.#number = start.row;
  }

  get isFull(): boolean {
    return this.#rows.length >= groupRows || this.#length >= groupBytes;
  }

  add(record: CsvRecord): void {
    const { values, flaw, line, lines } = record;
    if (record.afterBlank || this.#isBlank(record)) this.#afterBlank = true;
    if (this.#isBlank(record)) return;
    if (flaw === null && this.#footer.mayHold(values, this.#afterBlank)) {
      // The group still ends before what is held back, so that a later read finds it again.
      this.#footer.hold({ values, line });
      return;
    }
    for (const held of this.#footer.release()) this.#push(held.line, held.values, null);
    this.#push(line, values, flaw);
    this.#length += record.length;
    this.#unmeasured = record.end;
    this.#endLine = line + lines;
    this.#afterBlank = false;
  }

  /** Measures the end of the last row. Must be called before the window changes. */
  settle(): void {
    if (this.#unmeasured === null) return;
    this.#end = { row: this.#number, byte: this.#measure(this.#unmeasured), line: this.#endLine };
    this.#unmeasured = null;
  }

  /** The rows so far as a group. */
  take(): RowGroup {
    this.settle();
    const rows = this.#rows;
    this.#rows = [];
    this.#length = 0;
    return { rows, end: this.#end };
  }

  /** What is left at the end of the file; null where that is nothing. `found`: more to tell of the whole read. */
  last(found: readonly SourceWarning[]): RowGroup | null {
    const footer = this.#footer.warning();
    const warnings = footer === null ? found : [footer, ...found];
    if (this.#rows.length === 0 && warnings.length === 0) return null;
    return warnings.length === 0 ? this.take() : { ...this.take(), warnings };
  }

  #push(line: number, values: readonly string[], flaw: Flaw): void {
    this.#number += 1;
    this.#rows.push(rowOf(this.#number, line, values, flaw, this.#columns));
  }

  /** White space alone on a line is nothing in a table; in a file of one column it may be a value. */
  #isBlank({ values, flaw, lines }: CsvRecord): boolean {
    return this.#columns > 1 && values.length === 1 && lines === 1 && flaw === null && values[0]?.trim() === '';
  }
}
