import { refuseBinary } from '../shared/binary.ts';
import { PreviewLimitReached, readStart } from '../shared/bytes.ts';
import { detectEncoding } from '../shared/encoding.ts';
import { sampleBytes, sampleRowCount } from '../shared/limits.ts';
import { asUtf8 } from '../shared/text.ts';
import type { ByteSource, FormatHints, Inspection, SourceFormat, SourceReader, SourceRow } from '../types.ts';
import { readRows, seeks } from './rows.ts';

/** Lines that are inspected, and the share of them that must be URLs: a list may hold a few that are none. */
const INSPECTED_LINES = 500;
const URL_SHARE = 0.8;
/** ASCII's own separator, which no line holds: a line is one value, commas and all. */
const NO_DELIMITER = '\x1f';
const URL_LINE = /^https?:\/\/\S+$/i;

/** Reads a plain list of URLs, one on each line, without header: one column, `url`. Seeks as CSV does. */
export const urlsReader: SourceReader = { inspect, rows: readRows, seeks };

/**
 * Whether a file that starts so is a list of URLs: the first line is one, so it is no header, and so are nearly all
 * others. A table whose first column is a URL has as many commas, semicolons or bars on each of its lines.
 */
export function isUrlList(start: Buffer, final: boolean, hints: FormatHints): boolean {
  if (hints.delimiter !== undefined || hints.quote !== undefined || (hints.headerRow ?? 0) > 0) return false;
  const { charset, bomBytes } = detectEncoding(start, hints);
  const text = asUtf8(start.subarray(bomBytes), charset, final).toString();
  const all = text.split(/\r\n|\n|\r/);
  // The last one may be cut.
  const lines = (final ? all : all.slice(0, -1)).map((line) => line.trim()).filter((line) => line !== '');
  const inspected = lines.slice(0, INSPECTED_LINES);
  const [first] = inspected;
  if (first === undefined || !URL_LINE.test(first)) return false;
  if (inspected.filter((line) => URL_LINE.test(line)).length < inspected.length * URL_SHARE) return false;
  return ![',', ';', '|'].some((delimiter) => isTable(inspected, delimiter));
}

function isTable(lines: readonly string[], delimiter: string): boolean {
  const cells = lines[0]?.split(delimiter).length ?? 1;
  return cells > 1 && lines.every((line) => line.split(delimiter).length === cells);
}

async function inspect(bytes: ByteSource, hints: FormatHints): Promise<Inspection> {
  const start = await readStart(bytes, sampleBytes);
  refuseBinary(start, hints.encoding !== undefined);
  const { charset, bomBytes, warnings } = detectEncoding(start, hints);
  const sourceFormat: SourceFormat = {
    kind: 'urls',
    columns: ['url'],
    dialect: {
      ...{ encoding: charset.name, bomBytes, delimiter: NO_DELIMITER, quote: null, newline: '\n' },
      ...{ headerLine: null, firstRowByte: bomBytes, firstRowLine: 1 },
    },
  };
  return { sourceFormat, warnings, sampleRows: await firstRows(bytes, sourceFormat) };
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
