import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { Json } from '../../sdk/json.ts';
import type { Position, RowGroup, SourceRow, SourceWarning } from '../../sources/types.ts';

/** Rows of one chunk, before they are compressed. */
export interface PackedChunk {
  readonly rows: readonly SourceRow[];
  /** Source bytes up to the end of the last row; between two known offsets it is interpolated. */
  readonly endByte: number;
  /** From where a reader goes on so that no row behind this chunk is missed; it may repeat rows of this chunk. */
  readonly resume: Position;
  readonly columns: readonly string[] | null;
  readonly warnings: readonly SourceWarning[];
}

/** A chunk ends early when its rows are about this long, in characters: chunks are held in memory whole. */
const MAX_CHUNK_LENGTH = 4 * 1024 * 1024;

/**
 * Packs rows into chunks of `chunkSize`, leaving out those up to `skipThrough`, which an earlier plan stored. The
 * last one may be empty, when only warnings are left.
 */
export async function* packChunks(
  source: AsyncIterable<RowGroup>,
  chunkSize: number,
  skipThrough: number,
  from: Position,
): AsyncGenerator<PackedChunk, void, undefined> {
  let rows: SourceRow[] = [];
  let length = 0;
  let columns: readonly string[] | null = null;
  let lastRow = skipThrough;
  let endByte = from.byte;
  let resume = from;
  let readTo = from;
  const groups: { readonly end: Position; readonly warnings: readonly SourceWarning[] }[] = [];

  const take = (): PackedChunk => {
    lastRow = rows.at(-1)?.number ?? lastRow;
    // A group whose rows are not all in chunks yet must be read again by a plan that goes on from here, and so it says
    // again what it has to say.
    const whole = groups.splice(0, groups.findLastIndex(({ end }) => end.row <= lastRow) + 1);
    resume = whole.at(-1)?.end ?? resume;
    const warnings = whole.flatMap((group) => group.warnings);
    const chunk = { rows, endByte: Math.round(endByte), resume, columns, warnings };
    rows = [];
    length = 0;
    columns = null;
    return chunk;
  };

  for await (const group of source) {
    columns = group.columns ?? columns;
    const bytesPerRow = (group.end.byte - readTo.byte) / Math.max(1, group.rows.length);
    for (const [position, row] of group.rows.entries()) {
      if (row.number <= skipThrough) continue;
      rows.push(row);
      length += lengthOf(row);
      endByte = readTo.byte + bytesPerRow * (position + 1);
      if (rows.length >= chunkSize || length >= MAX_CHUNK_LENGTH) yield take();
    }
    readTo = group.end;
    groups.push({ end: group.end, warnings: group.warnings ?? [] });
  }
  if (rows.length > 0 || groups.some(({ warnings }) => warnings.length > 0)) yield take();
}

function lengthOf(row: SourceRow): number {
  return row.values.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length + 4 : sizeOf(value)),
    16,
  );
}

function sizeOf(value: Json): number {
  return value !== null && typeof value === 'object' ? JSON.stringify(value).length : 8;
}

/** What a person reads of each kind of error; the code of the warning is that of the rows' errors. */
const WORDS: Readonly<Record<string, Message>> = {
  RAGGED_ROW: message('ROWS_RAGGED'),
  BAD_QUOTE: message('ROWS_WITH_BAD_QUOTE'),
  UNCLOSED_QUOTE: message('ROWS_WITH_OPEN_QUOTE'),
  BAD_JSON: message('ROWS_NOT_JSON'),
  NOT_AN_OBJECT: message('ROWS_NOT_OBJECTS'),
};

/** Tells of rows that would fail as text, whatever they are mapped to: how many of those looked at, and the first. */
export function textErrorWarnings(rows: readonly SourceRow[]): SourceWarning[] {
  const byCode = Map.groupBy(
    rows.flatMap((row) => (row.rowError ? [{ row, code: row.rowError.code }] : [])),
    ({ code }) => code,
  );
  return [...byCode].map(([code, found]) => {
    const first = found[0]?.row;
    const where =
      first?.line == null
        ? message('WHERE_ROW', { line: first?.number ?? 1 })
        : message('WHERE_LINE', { line: first.line });
    const what = WORDS[code] ?? message('ROWS_UNREADABLE');
    return {
      code,
      params: { cause: message('ROWS_WITH_ERRORS', { count: found.length, rows: rows.length, what, where }) },
      count: found.length,
    };
  });
}
