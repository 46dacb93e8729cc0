import { message } from '../../messages/catalogue.ts';
import { charsetOf } from '../shared/charset.ts';
import { Prefix } from '../shared/prefix.ts';
import { fileBytes, invalidCharacters, TextStream } from '../shared/text.ts';
import { WindowFeed } from '../shared/windowFeed.ts';
import type { ByteSource, CsvDialect, Position, RowGroup, SourceFormat, SourceWarning } from '../types.ts';
import { RecordReader } from './recordReader.ts';
import { RowGroups, type Start } from './rowGroups.ts';

/**
 * The rows of a CSV from a position on, in groups. It seeks; only in encodings of several bytes other than UTF-8 and
 * UTF-16 does it read from the start of the file and leave out what came before.
 */
export async function* readRows(
  bytes: ByteSource,
  sourceFormat: SourceFormat,
  from: Position | null,
): AsyncGenerator<RowGroup, void, undefined> {
  const dialect = dialectOf(sourceFormat);
  if (seeks(sourceFormat)) {
    yield* readFrom(bytes, sourceFormat, startOf(dialect, from));
    return;
  }
  const start = { row: 0, line: 1, byte: dialect.bomBytes };
  yield* withoutRowsUpTo(from, readFrom(bytes, sourceFormat, start));
}

/** Only where a number of characters tells a number of bytes. */
export function seeks(sourceFormat: SourceFormat): boolean {
  return charsetOf(dialectOf(sourceFormat).encoding).kind !== 'other';
}

async function* readFrom(bytes: ByteSource, sourceFormat: SourceFormat, start: Start): AsyncGenerator<RowGroup> {
  const dialect = dialectOf(sourceFormat);
  const charset = charsetOf(dialect.encoding);
  const stream = new TextStream(bytes, charset, start.byte);
  const feed = new WindowFeed(stream.pieces());
  const reader = new RecordReader(dialect, start.line);
  let window: Buffer = Buffer.alloc(0);
  let measured = 0;
  let { byte } = start;
  let invalid = 0;
  const measure = (index: number): number => {
    const text = window.subarray(measured, index);
    const width = fileBytes(text, charset);
    byte = width === null ? stream.given : byte + width;
    invalid += invalidCharacters(text, charset);
    measured = index;
    return byte;
  };
  const groups = new RowGroups(sourceFormat.columns.length, start, measure);
  // With each group: a read that goes on behind it knows nothing of those before.
  const told = (group: RowGroup): RowGroup => {
    const found = invalidBytes(invalid);
    invalid = 0;
    return found.length === 0 ? group : { ...group, warnings: [...(group.warnings ?? []), ...found] };
  };
  try {
    while (!feed.final) {
      window = await feed.next(window.subarray(measured));
      measured = 0;
      for (const record of reader.records(window, feed.final)) {
        if (record.line >= dialect.firstRowLine) groups.add(record);
        if (groups.isFull) yield told(groups.take());
      }
      groups.flush();
      measure(reader.end);
    }
    const last = groups.last(invalidBytes(invalid));
    if (last !== null) yield last;
  } finally {
    await feed.close();
  }
}

async function* withoutRowsUpTo(from: Position | null, groups: AsyncIterable<RowGroup>): AsyncGenerator<RowGroup> {
  const prefix = new Prefix(from);
  for await (const group of groups) {
    const rows = group.rows.filter(({ values }) => !prefix.has([...values]));
    const end = { ...group.end, prefix: prefix.mark() };
    // The mark knows of rows only, and could not tell where a read goes on behind a footer.
    const { footer: _, ...rest } = group;
    if (rows.length > 0 || group.warnings) yield { ...rest, rows, end };
  }
  prefix.end();
}

function startOf(dialect: CsvDialect, from: Position | null): Start {
  if (from === null || from.row === 0) {
    return { row: 0, line: dialect.firstRowLine, byte: dialect.firstRowByte };
  }
  return { row: from.row, line: from.line ?? dialect.firstRowLine, byte: from.byte };
}

function dialectOf({ dialect }: SourceFormat): CsvDialect {
  if (!dialect) throw new Error('A CSV source was settled without its dialect.');
  return dialect;
}

function invalidBytes(count: number): SourceWarning[] {
  if (count === 0) return [];
  return [{ ...message('INVALID_BYTES'), count }];
}
