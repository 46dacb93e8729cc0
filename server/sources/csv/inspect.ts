import { message } from '../../messages/catalogue.ts';
import { refuseBinary } from '../shared/binary.ts';
import { PreviewLimitReached, readStart } from '../shared/bytes.ts';
import { nameColumns, numberColumns } from '../shared/columnNames.ts';
import { type DetectedEncoding, detectEncoding } from '../shared/encoding.ts';
import { preambleWarning } from '../shared/headerRow.ts';
import { sampleBytes, sampleRowCount } from '../shared/limits.ts';
import { asUtf8, fileBytes } from '../shared/text.ts';
import {
  type ByteSource,
  type CsvDialect,
  type FormatHints,
  type Inspection,
  SourceError,
  type SourceFormat,
  type SourceRow,
  type SourceWarning,
} from '../types.ts';
import { type DetectedSyntax, detectSyntax } from './dialect.ts';
import { lineAt } from './lines.ts';
import { skipPreamble } from './preamble.ts';
import type { CsvRecord } from './record.ts';
import { RecordReader } from './recordReader.ts';
import { readRows } from './rows.ts';

/**
 * Encoding, delimiter, quote and header from the start of the file, and its first rows. `hints.headerRow` is a line of
 * the file; 0 says that there is no header. Throws SourceError for a file that is empty, binary or not as the hints say.
 */
export async function inspectCsv(bytes: ByteSource, hints: FormatHints): Promise<Inspection> {
  const { sourceFormat, warnings } = await detectCsv(bytes, hints, sampleBytes);
  return { sourceFormat, warnings, sampleRows: await firstRows(bytes, sourceFormat) };
}

async function detectCsv(
  bytes: ByteSource,
  hints: FormatHints,
  size: number,
): Promise<{ sourceFormat: SourceFormat; warnings: readonly SourceWarning[] }> {
  const start = await readStart(bytes, size);
  const final = start.length >= bytes.size;
  refuseBinary(start, hints.encoding !== undefined);
  const encoding = detectEncoding(start, hints);
  const text = asUtf8(start.subarray(encoding.bomBytes), encoding.charset, final);
  const { from, syntax, above } = findTable(text, final, hints);
  const table = text.subarray(from.index);
  // The header's record, or the first row's where there is no header.
  const header = new RecordReader(syntax, from.line).records(table, final).next().value;
  // A header may be longer than the sample, when it has thousands of columns or an open quote.
  if (!header) return detectCsv(bytes, hints, size * 8);
  const named = hints.headerRow === 0 ? numberColumns(header.values.length) : nameColumns(header.values);
  return {
    sourceFormat: {
      kind: 'csv',
      columns: named.columns,
      dialect: dialectOf(text, from.index, encoding, syntax, header, hints),
    },
    warnings: [
      ...encoding.warnings,
      ...(above.length === 0 ? [] : [preambleWarning(from.line, above)]),
      ...named.warnings,
      ...badHeaderQuote(header),
      ...headerDoubt(syntax),
    ],
  };
}

interface LinePlace {
  readonly index: number;
  /** 1-based. */
  readonly line: number;
}

interface Table {
  /** Where its header starts, or its first row where there is none. */
  readonly from: LinePlace;
  readonly syntax: DetectedSyntax;
  /** The lines that were skipped above it. */
  readonly above: readonly string[];
}

/** The table on the line that was requested; unsaid, on the first one that is no title and no note. */
function findTable(text: Buffer, final: boolean, hints: FormatHints): Table {
  if (hints.headerRow !== undefined) {
    const from = startOfLine(text, hints.headerRow, final);
    return { from, syntax: detectSyntax(text.subarray(from.index), final, hints), above: [] };
  }
  const first = startOfLine(text, 1, final);
  const separator = separatorLine(text, first);
  const requested = separator === null ? hints : { ...hints, delimiter: hints.delimiter ?? separator };
  const from = separator === null ? first : startOfLine(text, first.line + 1, final);
  const table = text.subarray(from.index);
  const syntax = detectSyntax(table, final, requested);
  const below = skipPreamble(table, final, requested, syntax);
  if (below === null) return { from, syntax, above: [] };
  const header = startOfLine(text, from.line + below.line - 1, final);
  return { from: header, syntax: detectSyntax(text.subarray(header.index), final, requested), above: below.above };
}

/** The delimiter of Excel's own first line, "sep=;". */
function separatorLine(text: Buffer, { index }: LinePlace): string | null {
  const line = text.toString('utf8', index, lineAt(text, index).end);
  return /^"?sep=(.|\\t)"? *$/i.exec(line)?.[1] ?? null;
}

/** Where the first filled line at or after line `wanted` starts. Lines before a header are no CSV, so quotes mean nothing. */
function startOfLine(text: Buffer, wanted: number, final: boolean): LinePlace {
  let index = 0;
  for (let line = 1; ; line += 1) {
    const { end, next } = lineAt(text, index);
    if (line >= wanted && text.toString('utf8', index, end).trim() !== '') return { index, line };
    if (end === text.length) throw noHeader(wanted, line, final);
    index = next;
  }
}

/** `index`: where the header starts in the text. */
function dialectOf(
  text: Buffer,
  index: number,
  { charset, bomBytes }: DetectedEncoding,
  { delimiter, quote }: DetectedSyntax,
  header: CsvRecord,
  hints: FormatHints,
): CsvDialect {
  const noHeader = hints.headerRow === 0;
  const end = index + header.end;
  return {
    encoding: charset.name,
    bomBytes,
    delimiter,
    quote,
    newline: newlineBefore(text, end),
    headerLine: noHeader ? null : header.line,
    // Where bytes cannot be told from text, a read starts at the top and leaves out the lines before the first row.
    firstRowByte: bomBytes + (fileBytes(text.subarray(0, noHeader ? index : end), charset) ?? 0),
    firstRowLine: noHeader ? header.line : header.line + header.lines,
  };
}

function newlineBefore(text: Buffer, end: number): CsvDialect['newline'] {
  const last = text.toString('latin1', Math.max(0, end - 2), end);
  if (last === '\r\n') return '\r\n';
  return last.endsWith('\r') ? '\r' : '\n';
}

async function firstRows(bytes: ByteSource, sourceFormat: SourceFormat): Promise<readonly SourceRow[]> {
  try {
    for await (const { rows } of readRows(bytes, sourceFormat, null)) return rows.slice(0, sampleRowCount);
  } catch (error) {
    // So far in there is none.
    if (!(error instanceof PreviewLimitReached)) throw error;
  }
  return [];
}

function noHeader(wanted: number, lines: number, final: boolean): SourceError {
  if (wanted <= 1) return new SourceError(message('EMPTY_SOURCE', { cause: message('FILE_EMPTY') }));
  const where = final ? message('WHERE_FEW_LINES', { count: lines }) : message('WHERE_TOO_FAR');
  return new SourceError(message('NO_HEADER', { cause: message('NO_HEADER_ON_LINE', { line: wanted, where }) }), {
    path: ['format', 'headerRow'],
  });
}

function badHeaderQuote({ flaw, line }: CsvRecord): SourceWarning[] {
  if (flaw === null) return [];
  return [message('HEADER_IN_DOUBT', { cause: message('HEADER_WITH_OPEN_QUOTE', { line }) })];
}

function headerDoubt({ doubt }: DetectedSyntax): SourceWarning[] {
  if (doubt === null) return [];
  const { cells, headerCells } = doubt;
  // As it is written in the options of a source.
  const delimiter = doubt.delimiter === '\t' ? '\\t' : doubt.delimiter;
  const cause = message('HEADER_OF_OTHER_WIDTH', { columns: headerCells, count: cells, delimiter });
  return [message('HEADER_IN_DOUBT', { cause })];
}
