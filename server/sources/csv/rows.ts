import { maxRowBytes } from '../limits.ts';
import {
  type ByteSource,
  type CsvDialect,
  type Position,
  type RowGroup,
  type SettledSource,
  SourceError,
  type SourceWarning,
} from '../types.ts';
import { WindowFeed } from '../windowFeed.ts';
import { charsetOf } from './charset.ts';
import { RowGroups, type Start } from './rowGroups.ts';
import { RecordScanner } from './scanner.ts';
import { fileBytes, invalidCharacters, TextStream, windowOf } from './text.ts';

/**
 * The rows of a CSV from a position on, in groups. It seeks; only in encodings of several bytes other than UTF-8 and
 * UTF-16 does it read from the start of the file and leave out what came before.
 */
export async function* readRows(
  bytes: ByteSource,
  settled: SettledSource,
  from: Position | null,
): AsyncGenerator<RowGroup, void, undefined> {
  const dialect = dialectOf(settled);
  const charset = charsetOf(dialect.encoding);
  if (charset.kind !== 'other') {
    yield* readFrom(bytes, settled, startOf(dialect, from));
    return;
  }
  const start = { row: 0, line: 1, byte: dialect.bomBytes };
  yield* withoutRowsUpTo(from?.row ?? 0, readFrom(bytes, settled, start));
}

async function* readFrom(bytes: ByteSource, settled: SettledSource, start: Start): AsyncGenerator<RowGroup> {
  const dialect = dialectOf(settled);
  const charset = charsetOf(dialect.encoding);
  const stream = new TextStream(bytes, charset, start.byte);
  const feed = new WindowFeed(stream.pieces());
  const scanner = new RecordScanner(dialect);
  let block: Buffer = Buffer.alloc(0);
  let measured = 0;
  let { byte } = start;
  let invalid = 0;
  const measure = (index: number): number => {
    const text = block.subarray(measured, index);
    const width = fileBytes(text, charset);
    byte = width === null ? stream.given : byte + width;
    invalid += invalidCharacters(text, charset);
    measured = index;
    return byte;
  };
  const groups = new RowGroups(settled.columns.length, start, measure);
  try {
    for (let at = 0; !feed.final; at = 0) {
      block = await feed.next(block.subarray(measured));
      measured = 0;
      const window = windowOf(block, charset);
      for (;;) {
        const scan = scanner.scan(window, at, feed.final);
        if (scan === 'too-long') throw tooLong(groups.line);
        if (scan === 'incomplete' || scan === 'end') break;
        if (scan === 'blank') groups.blank();
        else if (groups.line >= dialect.firstRowLine) groups.add(scanner, scanner.end - at);
        else groups.skip(scanner.lines);
        at = scanner.end;
        if (groups.isFull) yield groups.take();
      }
      groups.settle();
      measure(at);
    }
    const last = groups.last(invalidBytes(invalid));
    if (last !== null) yield last;
  } finally {
    await feed.close();
  }
}

async function* withoutRowsUpTo(row: number, groups: AsyncIterable<RowGroup>): AsyncGenerator<RowGroup> {
  for await (const group of groups) {
    const rows = group.rows.filter(({ number }) => number > row);
    if (rows.length > 0 || group.warnings) yield { ...group, rows };
  }
}

function startOf(dialect: CsvDialect, from: Position | null): Start {
  if (from === null || from.row === 0) {
    return { row: 0, line: dialect.firstRowLine, byte: dialect.firstRowByte };
  }
  return { row: from.row, line: from.line ?? dialect.firstRowLine, byte: from.byte };
}

function dialectOf({ dialect }: SettledSource): CsvDialect {
  if (!dialect) throw new Error('A CSV source was settled without its dialect.');
  return dialect;
}

function invalidBytes(count: number): SourceWarning[] {
  if (count === 0) return [];
  const message =
    `${count} characters are not valid UTF-8 and were replaced by U+FFFD. ` +
    'If the file is in another encoding, name it (windows-1252, macintosh, ...).';
  return [{ code: 'INVALID_BYTES', message, count }];
}

function tooLong(line: number): SourceError {
  return new SourceError(
    'ROW_TOO_LONG',
    `The row on line ${line} is longer than ${maxRowBytes / 1024 / 1024} MiB. ` +
      'Perhaps a quote on it is not closed, or the file is not a table of rows.',
  );
}
