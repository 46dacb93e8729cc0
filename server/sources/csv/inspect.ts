import { readStart } from '../bytes.ts';
import { sampleBytes, sampleRowCount } from '../limits.ts';
import {
  type ByteSource,
  type CsvDialect,
  type FormatHints,
  type Inspection,
  type SettledSource,
  SourceError,
  type SourceRow,
  type SourceWarning,
} from '../types.ts';
import { refuseBinary } from './binary.ts';
import { type DetectedSyntax, detectSyntax } from './dialect.ts';
import { type SettledEncoding, settleEncoding } from './encoding.ts';
import { nameColumns, numberColumns } from './header.ts';
import { readRows } from './rows.ts';
import { type Flaw, RecordScanner } from './scanner.ts';
import { fileBytes, scannable, type TextWindow, windowOf } from './text.ts';

/** The record of the header, or of the first row where there is none. */
interface HeaderRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly endLine: number;
  readonly flaw: Flaw;
}

/**
 * Encoding, delimiter, quote and header from the start of the file, and its first rows. `hints.headerRow` is a line of
 * the file; 0 says that there is no header. Throws SourceError for a file that is empty, binary or not as the hints say.
 */
export async function inspectCsv(bytes: ByteSource, hints: FormatHints): Promise<Inspection> {
  const { settled, warnings } = await settle(bytes, hints, sampleBytes);
  return { settled, warnings, sampleRows: await firstRows(bytes, settled) };
}

async function settle(
  bytes: ByteSource,
  hints: FormatHints,
  size: number,
): Promise<{ settled: SettledSource; warnings: readonly SourceWarning[] }> {
  const start = await readStart(bytes, size);
  const final = start.length >= bytes.size;
  refuseBinary(start, hints.encoding !== undefined);
  const encoding = settleEncoding(start, hints);
  const window = windowOf(scannable(start.subarray(encoding.bomBytes), encoding.charset, final), encoding.charset);
  const from = startOfLine(window, hints.headerRow ?? 1, final);
  const syntax = detectSyntax(window, from.index, final, hints);
  const header = headerRecord(window, from, final, syntax);
  // A header may be longer than the sample, when it has thousands of columns or an open quote.
  if (header === null) return settle(bytes, hints, size * 8);
  const named = hints.headerRow === 0 ? numberColumns(header.cells.length) : nameColumns(header.cells);
  return {
    settled: { kind: 'csv', columns: named.columns, dialect: dialectOf(window, encoding, syntax, header, hints) },
    warnings: [...encoding.warnings, ...named.warnings, ...badHeaderQuote(header), ...headerDoubt(syntax)],
  };
}

/** Where the first filled line at or after line `wanted` starts. Lines before a header are no CSV, so quotes mean nothing. */
function startOfLine(window: TextWindow, wanted: number, final: boolean): { index: number; line: number } {
  const breaks = /\r\n|\n|\r/g;
  let index = 0;
  let line = 1;
  for (; ; line += 1) {
    const found = breaks.exec(window.text);
    const end = found?.index ?? window.text.length;
    if (line >= wanted && window.text.slice(index, end).trim() !== '') return { index, line };
    if (found === null) throw noHeader(wanted, line, final);
    index = breaks.lastIndex;
  }
}

/** Null where the record does not end in the window. */
function headerRecord(
  window: TextWindow,
  { index, line }: { index: number; line: number },
  final: boolean,
  syntax: DetectedSyntax,
): HeaderRecord | null {
  const scanner = new RecordScanner(syntax);
  const scan = scanner.scan(window, index, final);
  if (scan === 'too-long') {
    throw new SourceError('ROW_TOO_LONG', `The header on line ${line} does not end. Is the file a table of rows?`);
  }
  if (scan !== 'record') return null;
  return {
    cells: scanner.values,
    line,
    start: index,
    end: scanner.end,
    endLine: line + scanner.lines,
    flaw: scanner.flaw,
  };
}

function dialectOf(
  window: TextWindow,
  { charset, bomBytes }: SettledEncoding,
  { delimiter, quote }: DetectedSyntax,
  header: HeaderRecord,
  hints: FormatHints,
): CsvDialect {
  const noHeader = hints.headerRow === 0;
  const before = window.bytes.subarray(0, noHeader ? header.start : header.end);
  return {
    encoding: charset.name,
    bomBytes,
    delimiter,
    quote,
    newline: newlineAt(window.text, header.end),
    headerLine: noHeader ? null : header.line,
    // Where bytes cannot be told from text, a read starts at the top and leaves out the lines before the first row.
    firstRowByte: bomBytes + (fileBytes(before, charset) ?? 0),
    firstRowLine: noHeader ? header.line : header.endLine,
  };
}

function newlineAt(text: string, end: number): CsvDialect['newline'] {
  if (text.slice(end - 2, end) === '\r\n') return '\r\n';
  return text[end - 1] === '\r' ? '\r' : '\n';
}

async function firstRows(bytes: ByteSource, settled: SettledSource): Promise<readonly SourceRow[]> {
  for await (const { rows } of readRows(bytes, settled, null)) return rows.slice(0, sampleRowCount);
  return [];
}

function noHeader(wanted: number, lines: number, final: boolean): SourceError {
  if (wanted <= 1) return new SourceError('EMPTY_SOURCE', 'The file is empty. Give a file with a header and rows.');
  const where = final ? `the file has only ${lines} lines` : 'it is too far down in the file';
  return new SourceError('NO_HEADER', `There is no header on line ${wanted}: ${where}.`);
}

function badHeaderQuote({ flaw, line }: HeaderRecord): SourceWarning[] {
  if (flaw === null) return [];
  const message = `A quote in line ${line}, the header, is not closed where its cell ends. Check the names of the columns.`;
  return [{ code: 'HEADER_IN_DOUBT', message }];
}

function headerDoubt({ doubt }: DetectedSyntax): SourceWarning[] {
  if (doubt === null) return [];
  const delimiter = doubt.delimiter === '\t' ? 'tab' : doubt.delimiter;
  const message =
    `The header (${doubt.headerCells} cells) does not fit most rows, which look like ${doubt.cells} cells divided by ` +
    `"${delimiter}". ` +
    'If the header is on a later line, say which (headerRow).';
  return [{ code: 'HEADER_IN_DOUBT', message }];
}
