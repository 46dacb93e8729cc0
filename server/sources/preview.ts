import { message } from '../messages/catalogue.ts';
import { detectReader } from './detect.ts';
import { PreviewLimitReached, startOfSource } from './shared/bytes.ts';
import { inspectedBytes, inspectedRows } from './shared/limits.ts';
import {
  type ByteSource,
  type FormatHints,
  type Inspection,
  type Position,
  SourceError,
  type SourceReader,
  type SourceRow,
} from './types.ts';

/** The beginning of a source: how it is read, and its first rows. */
export interface SourcePreview extends Inspection {
  /** The first rows, at most 1,000 or so, from which a person and a program can tell what the columns hold. */
  readonly rows: readonly SourceRow[];
  /** How many rows the whole source may have: exact where `rows` are all of them, null where nothing tells. */
  readonly estimatedRows: number | null;
}

/** How the source is read, from its beginning. Throws SourceError where it cannot be. */
export async function inspectStart(bytes: ByteSource, hints: FormatHints): Promise<Inspection> {
  const { inspection } = await inspected(bytes, hints);
  return inspection;
}

/** How the source is read, and a look at its first rows: a bounded share of it, whatever its size. */
export async function previewSource(bytes: ByteSource, hints: FormatHints): Promise<SourcePreview> {
  const { reader, start, inspection } = await inspected(bytes, hints);
  const rows: SourceRow[] = [];
  let end: Position = { row: 0, byte: 0, line: null };
  const from = inspection.sourceFormat.dialect?.firstRowByte ?? 0;
  let isWhole = false;
  try {
    for await (const group of reader.rows(start, inspection.sourceFormat, null)) {
      rows.push(...group.rows);
      end = group.end;
      if (rows.length >= inspectedRows) break;
    }
    isWhole = rows.length < inspectedRows;
  } catch (error) {
    if (!(error instanceof PreviewLimitReached)) throw error;
  }
  const estimatedRows = isWhole ? rows.length : (inspection.rowCount ?? estimate(bytes.size, from, end));
  return { ...inspection, rows, estimatedRows };
}

async function inspected(
  bytes: ByteSource,
  hints: FormatHints,
): Promise<{ reader: SourceReader; start: ByteSource; inspection: Inspection }> {
  const reader = await detectReader(bytes, hints);
  const start = reader.isRandomAccess === true ? bytes : startOfSource(bytes, inspectedBytes);
  try {
    return { reader, start, inspection: await reader.inspect(start, hints) };
  } catch (error) {
    if (!(error instanceof PreviewLimitReached)) throw error;
    throw new SourceError(message('ROW_TOO_LONG', { cause: message('NO_TABLE') }), { cause: error });
  }
}

/** By the bytes that the first rows take. */
function estimate(size: number, from: number, { row, byte }: Position): number | null {
  if (row === 0 || byte <= from) return null;
  return Math.max(row, Math.round(((size - from) / (byte - from)) * row));
}
