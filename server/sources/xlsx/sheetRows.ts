import { message } from '../../messages/catalogue.ts';
import { numberSigns } from '../../sdk/localNumbers.ts';
import { maxCells, maxRowBytes } from '../shared/limits.ts';
import { tooWide } from '../shared/wide.ts';
import { SourceError } from '../types.ts';
import type { Archive } from './archive.ts';
import { columnOf, MAX_REFERENCE, numberText, unescapeText } from './cells.ts';
import { SharedStrings } from './sharedStrings.ts';
import { readStyles } from './styles.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { type Attributes, readXml } from './xml.ts';

/** A row of a sheet that has a cell with a value, be that an empty text. Cells of nothing but a format have none. */
export interface SheetRow {
  /** Its number in the sheet, from 1. */
  readonly line: number;
  readonly values: readonly string[];
}

/** Some rows, and the share of the sheet (0 to 1) that is behind them. */
export interface SheetPiece {
  readonly rows: readonly SheetRow[];
  readonly share: number;
  /** Rows that the sheet says it has; known from the start where it says so. */
  readonly lastLine: number | null;
  /** Formulas so far that the workbook keeps no value of. */
  readonly formulasWithoutValue: number;
}

/** A cell as it stands in the sheet, before its text is looked up. */
interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly text: string;
}

interface RawRow {
  readonly line: number;
  readonly cells: readonly RawCell[];
}

/** The rows of a sheet, piece by piece, with numbers as `locale` writes them. Memory does not grow with the sheet. */
export async function* sheetRows(
  archive: Archive,
  workbook: Workbook,
  sheet: Sheet,
  locale?: string,
): AsyncGenerator<SheetPiece, void, undefined> {
  const part = await archive.open(sheet.part);
  if (!part) {
    throw new SourceError(message('BAD_WORKBOOK', { cause: message('WORKBOOK_SHEET_MISSING', { name: sheet.name }) }));
  }
  const styles = await readStyles(archive, workbook.stylesPart);
  const strings = new SharedStrings(archive, workbook.stringsPart);
  const parser = new SheetParser();
  const decimal = locale === undefined ? '.' : numberSigns(locale).decimal;
  const textOf = ({ type, style, text }: RawCell): string => {
    if (type === 's') return strings.get(Number(text));
    if (type === 'n') return numberText(text, styles[style], workbook.is1904, decimal);
    if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    return unescapeText(text);
  };
  try {
    for await (const bytes of readXml(archive, part, parser)) {
      const raw = parser.take();
      await strings.readTo(greatestString(raw));
      const rows = raw.map(({ line, cells }) => ({ line, values: valuesOf(cells, textOf) }));
      const { lastLine, formulasWithoutValue } = parser;
      yield {
        rows: rows.filter(({ values }) => values.length > 0),
        ...{ share: part.size === 0 ? 1 : bytes / part.size, lastLine, formulasWithoutValue },
      };
      if (parser.isDone) return;
    }
  } finally {
    await strings.close();
  }
}

function valuesOf(cells: readonly RawCell[], textOf: (cell: RawCell) => string): string[] {
  const values: string[] = [];
  for (const cell of cells) {
    while (values.length < cell.column) values.push('');
    values[cell.column] = textOf(cell);
  }
  return values;
}

function greatestString(rows: readonly RawRow[]): number {
  let greatest = -1;
  for (const { cells } of rows) {
    for (const { type, text } of cells) if (type === 's') greatest = Math.max(greatest, Number(text));
  }
  return greatest;
}

/** Gathers a sheet's rows from its elements: row, c (cell), v (value), is (a text of its own), f (formula). */
class SheetParser {
  lastLine: number | null = null;
  formulasWithoutValue = 0;
  isDone = false;
  #rows: RawRow[] = [];
  #line = 0;
  #cells: RawCell[] = [];
  #length = 0;
  #column = -1;
  #attributes: Attributes = {};
  #text = '';
  #isText = false;
  #isPhonetic = false;
  #hasValue = false;
  #hasFormula = false;

  take(): readonly RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#isText = this.#hasValue = true;
    else if (name === 't') this.#openText();
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'rPh') this.#isPhonetic = true;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'dimension') this.lastLine = lastLineOf(attributes.ref ?? '');
  }

  text(content: string): void {
    if (!this.#isText) return;
    this.#text += content;
    this.#length += content.length;
    if (this.#length <= maxRowBytes) return;
    const cause = message('SHEET_ROW_TOO_LONG', { line: this.#line, size: maxRowBytes });
    throw new SourceError(message('ROW_TOO_LONG', { cause }));
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isPhonetic = false;
    else if (name === 'row') this.#rows.push({ line: this.#line, cells: this.#cells });
    else if (name === 'sheetData') this.isDone = true;
  }

  /** Phonetic readings stand beside the text that they are of. */
  #openText(): void {
    this.#isText = !this.#isPhonetic;
    this.#hasValue ||= this.#isText;
  }

  #openRow({ r }: Attributes): void {
    const line = r === undefined ? this.#line + 1 : Number(r);
    this.#line = Number.isSafeInteger(line) ? line : this.#line + 1;
    this.#cells = [];
    this.#length = 0;
    this.#column = -1;
  }

  #openCell(attributes: Attributes): void {
    this.#column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
    if (this.#column >= maxCells) throw tooWide(this.#line);
    this.#attributes = attributes;
    this.#text = '';
    this.#hasValue = false;
    this.#hasFormula = false;
  }

  #closeCell(): void {
    if (!this.#hasValue) {
      if (this.#hasFormula) this.formulasWithoutValue += 1;
      return;
    }
    const { t = 'n', s = '0' } = this.#attributes;
    this.#cells.push({ column: this.#column, type: t, style: Number(s), text: this.#text });
  }
}

/** Of a range such as A1:J1000; null for a single cell, which says nothing of many writers' sheets. */
function lastLineOf(range: string): number | null {
  if (range.length > MAX_REFERENCE) return null;
  const [, line] = /:\$?[A-Z]{0,3}\$?(\d{1,7})$/i.exec(range) ?? [];
  return line === undefined ? null : Number(line);
}
