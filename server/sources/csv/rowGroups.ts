import { blankRowsWarning, isBlankRow } from '../shared/blankRows.ts';
import { FooterHold, footerWarning } from '../shared/footer.ts';
import { groupBytes, groupRows } from '../shared/limits.ts';
import type { Footer, Position, RowGroup, SourceRow, SourceWarning } from '../types.ts';
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
  /** Rows of nothing but delimiters before the last row, and behind it, where a later read finds them again. */
  #blankRows = 0;
  #blankRowsBehind = 0;

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
    if (this.#isBlank(record)) {
      // A line of white space alone is none.
      if (values.length > 1) this.#blankRowsBehind += 1;
      return;
    }
    if (flaw === null && this.#footer.mayHold(values, this.#afterBlank)) {
      // The group still ends before what is held back, so that a later read finds it again.
      this.flush();
      this.#footer.hold({ values, line, end: { row: 0, byte: this.#measure(record.end), line: line + lines } });
      return;
    }
    for (const held of this.#footer.release()) this.#push(held.line, held.values, null);
    this.#push(line, values, flaw);
    this.#blankRows += this.#blankRowsBehind;
    this.#blankRowsBehind = 0;
    this.#length += record.length;
    this.#unmeasured = record.end;
    this.#endLine = line + lines;
    this.#afterBlank = false;
  }

  /** Measures the end of the last row. Must be called before the window changes. */
  flush(): void {
    if (this.#unmeasured === null) return;
    this.#end = { row: this.#number, byte: this.#measure(this.#unmeasured), line: this.#endLine };
    this.#unmeasured = null;
  }

  /** The rows so far as a group. */
  take(): RowGroup {
    this.flush();
    const rows = this.#rows;
    this.#rows = [];
    this.#length = 0;
    const warnings = blankRowsWarning(this.#blankRows);
    this.#blankRows = 0;
    return warnings.length === 0 ? { rows, end: this.#end } : { rows, end: this.#end, warnings };
  }

  /** What is left at the end of the file; null where that is nothing. `found`: more to tell of the whole read. */
  last(found: readonly SourceWarning[]): RowGroup | null {
    this.#blankRows += this.#blankRowsBehind;
    const footer = this.#footerRows();
    const ignored = footerWarning(this.#footer.held);
    const group = this.take();
    const warnings = [...(ignored === null ? [] : [ignored]), ...(group.warnings ?? []), ...found];
    if (group.rows.length === 0 && warnings.length === 0) return null;
    return { ...group, ...(warnings.length === 0 ? {} : { warnings }), ...(footer === null ? {} : { footer }) };
  }

  /** What was held back, as rows whose other cells are empty. */
  #footerRows(): Footer | null {
    const { held } = this.#footer;
    const last = held.at(-1);
    if (!last) return null;
    const rows = held.map(({ values, line }, index): SourceRow => {
      const cells = [...values, ...Array<string>(this.#columns - values.length).fill('')];
      return { number: this.#number + index + 1, line, values: cells };
    });
    return { rows, end: { ...last.end, row: this.#number + held.length } };
  }

  #push(line: number, values: readonly string[], flaw: Flaw): void {
    this.#number += 1;
    this.#rows.push(rowOf(this.#number, line, values, flaw, this.#columns));
  }

  /** White space and delimiters alone are nothing in a table; in a file of one column white space may be a value. */
  #isBlank({ values, flaw, lines }: CsvRecord): boolean {
    return this.#columns > 1 && lines === 1 && flaw === null && isBlankRow(values);
  }
}
