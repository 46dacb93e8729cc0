import { message } from '../../messages/catalogue.ts';
import { blankRowsWarning, isBlankRow } from '../shared/blankRows.ts';
import { nameColumns, numberColumns } from '../shared/columnNames.ts';
import { headerIndex, preambleWarning } from '../shared/headerRow.ts';
import { groupBytes, groupRows, sampleRowCount } from '../shared/limits.ts';
import { Prefix } from '../shared/prefix.ts';
import {
  type ByteSource,
  type FormatHints,
  type Inspection,
  type Position,
  type RowGroup,
  SourceError,
  type SourceFormat,
  type SourceReader,
  type SourceRow,
  type SourceWarning,
} from '../types.ts';
import { type Archive, openArchive } from './archive.ts';
import { type SheetRow, sheetRows } from './sheetRows.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';

/** Rows that are looked at for the header and for columns that it does not name. */
const INSPECTED_ROWS = 200;

/** Reads a sheet of an Excel workbook (xlsx). Reads again from the sheet's start instead of seeking. */
export const xlsxReader: SourceReader = { isRandomAccess: true, inspect, rows, seeks: () => false };

async function inspect(bytes: ByteSource, hints: FormatHints): Promise<Inspection> {
  return withWorkbook(bytes, async (archive, workbook) => {
    const sheet = chooseSheet(workbook, hints.sheet);
    const { first, lastLine } = await firstRows(archive, workbook, sheet, hints.locale || undefined);
    const header = placeHeader(first, hints.headerRow, sheet);
    const below = first.slice(header.index + 1);
    const named = header.row ? nameColumns(padded(header.row.values, widestOf(below))) : numberColumns(widestOf(below));
    const headerRow = header.row?.line ?? 0;
    const sourceFormat: SourceFormat = {
      ...{ kind: 'xlsx', columns: named.columns, sheet: { name: sheet.name, headerRow } },
      // Its numbers are written by it.
      ...(hints.locale ? { locale: hints.locale } : {}),
    };
    const sampleRows = below.slice(0, sampleRowCount).map((row, index) => rowOf(index + 1, row, named.columns.length));
    const sheets = workbook.sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
    return {
      ...{ sourceFormat, sampleRows, sheets },
      ...(lastLine === null ? {} : { rowCount: Math.max(sampleRows.length, lastLine - headerRow) }),
      warnings: [...otherSheets(sheets, sheet, hints), ...header.warnings, ...named.warnings],
    };
  });
}

async function* rows(
  bytes: ByteSource,
  sourceFormat: SourceFormat,
  from: Position | null,
): AsyncGenerator<RowGroup, void, undefined> {
  const { sheet: place, columns } = sourceFormat;
  if (!place) throw new Error('A workbook was settled without its sheet.');
  const archive = await openArchive(bytes);
  try {
    const workbook = await readWorkbook(archive);
    const sheet = chooseSheet(workbook, place.name);
    const prefix = new Prefix(from);
    let group: SourceRow[] = [];
    let length = 0;
    let number = 0;
    let formulas = 0;
    let blankRows = 0;
    const end = (share: number): Position => ({
      ...{ row: number, byte: Math.round(bytes.size * Math.min(1, share)) },
      ...{ line: (group.at(-1)?.line ?? 0) + 1, prefix: prefix.mark() },
    });
    for await (const piece of sheetRows(archive, workbook, sheet, sourceFormat.locale)) {
      formulas = piece.formulasWithoutValue;
      for (const row of piece.rows) {
        if (row.line <= place.headerRow) continue;
        if (isBlankRow(row.values)) {
          if (!prefix.isBehind) blankRows += 1;
          continue;
        }
        number += 1;
        if (prefix.has([...row.values])) continue;
        group.push(rowOf(number, row, columns.length));
        // Each cell counts, the empty ones too: a cell far to the right brings thousands of them.
        length += row.values.reduce((sum, value) => sum + value.length + 1, 0);
        if (group.length < groupRows && length < groupBytes) continue;
        yield { rows: group, end: end(piece.share), ...warningsOf(blankRows, 0) };
        group = [];
        length = 0;
        blankRows = 0;
      }
    }
    prefix.end();
    const last = { rows: group, end: end(1), ...warningsOf(blankRows, formulas) };
    if (group.length > 0 || last.warnings !== undefined) yield last;
  } finally {
    archive.close();
  }
}

async function withWorkbook<T>(
  bytes: ByteSource,
  work: (archive: Archive, workbook: Workbook) => Promise<T>,
): Promise<T> {
  const archive = await openArchive(bytes);
  try {
    return await work(archive, await readWorkbook(archive));
  } finally {
    archive.close();
  }
}

/** The sheet of that name, else the first that is not hidden. */
function chooseSheet({ sheets }: Workbook, wanted: string | undefined): Sheet {
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const sheet =
    wanted === undefined || wanted === '' ? (visible[0] ?? sheets[0]) : sheets.find(({ name }) => name === wanted);
  if (sheet) return sheet;
  if (wanted === undefined || wanted === '') {
    throw new SourceError(message('EMPTY_SOURCE', { cause: message('WORKBOOK_NO_SHEET') }));
  }
  const names = visible.map(({ name }) => `"${name}"`);
  throw new SourceError(message('NO_SHEET', { name: wanted, names }), { path: ['format', 'sheet'] });
}

async function firstRows(
  archive: Archive,
  workbook: Workbook,
  sheet: Sheet,
  locale: string | undefined,
): Promise<{ first: readonly SheetRow[]; lastLine: number | null }> {
  const first: SheetRow[] = [];
  let lastLine: number | null = null;
  for await (const piece of sheetRows(archive, workbook, sheet, locale)) {
    lastLine = piece.lastLine;
    first.push(...piece.rows.filter(({ values }) => !isBlankRow(values)));
    if (first.length >= INSPECTED_ROWS) break;
  }
  if (first.length > 0) return { first: first.slice(0, INSPECTED_ROWS), lastLine };
  throw new SourceError(message('EMPTY_SOURCE', { cause: message('SHEET_EMPTY', { name: sheet.name }) }));
}

interface Header {
  /** Null where the sheet has none. */
  readonly row: SheetRow | null;
  /** Among the rows looked at; -1 where there is none. */
  readonly index: number;
  readonly warnings: readonly SourceWarning[];
}

/** The header that was requested, or the one that is found. */
function placeHeader(first: readonly SheetRow[], requested: number | undefined, sheet: Sheet): Header {
  if (requested === 0) return { row: null, index: -1, warnings: [] };
  const index =
    requested === undefined
      ? headerIndex(first.map(({ values }) => values))
      : first.findIndex(({ line }) => line >= requested);
  const row = first[index];
  if (!row) {
    const cause = message('SHEET_NO_HEADER', { name: sheet.name, line: requested ?? 1 });
    throw new SourceError(message('NO_HEADER', { cause }), { path: ['format', 'headerRow'] });
  }
  return { row, index, warnings: requested === undefined && index > 0 ? [preambleSkipped(first, index)] : [] };
}

function preambleSkipped(first: readonly SheetRow[], index: number): SourceWarning {
  const above = first.slice(0, index).map(({ values }) => values.filter((value) => value.trim() !== '').join(' '));
  return preambleWarning(first[index]?.line ?? 1, above);
}

/** Rows may have more cells than the header names. */
function widestOf(rows: readonly SheetRow[]): number {
  return rows.reduce((widest, { values }) => Math.max(widest, lastFilled(values) + 1), 0);
}

function padded(header: readonly string[], width: number): string[] {
  const own = lastFilled(header) + 1;
  return Array.from({ length: Math.max(own, width) }, (_, column) => header[column] ?? '');
}

function lastFilled(values: readonly string[]): number {
  return values.findLastIndex((value) => value !== '');
}

/** Empty cells at the end of a row are not kept in a sheet. */
function rowOf(number: number, { line, values }: SheetRow, columns: number): SourceRow {
  const cells = lastFilled(values) + 1;
  if (cells > columns) {
    const cause = message('VALUE_BEYOND_HEADER', { line, number: cells, columns });
    return { number, line, values: values.slice(0, cells), rowError: message('RAGGED_ROW', { cause }) };
  }
  return { number, line, values: Array.from({ length: columns }, (_, column) => values[column] ?? '') };
}

function otherSheets(sheets: readonly string[], { name }: Sheet, hints: FormatHints): SourceWarning[] {
  if (sheets.length < 2 || (hints.sheet !== undefined && hints.sheet !== '')) return [];
  return [{ ...message('SEVERAL_SHEETS', { count: sheets.length, name }), count: sheets.length }];
}

function warningsOf(blankRows: number, formulasWithoutValue: number): Pick<RowGroup, 'warnings'> {
  const warnings = [...blankRowsWarning(blankRows), ...withoutValue(formulasWithoutValue)];
  return warnings.length === 0 ? {} : { warnings };
}

function withoutValue(count: number): SourceWarning[] {
  return count === 0 ? [] : [{ ...message('FORMULA_WITHOUT_VALUE', { count }), count }];
}
