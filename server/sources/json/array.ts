import { message } from '../../messages/catalogue.ts';
import { buffersOf, readStart } from '../shared/bytes.ts';
import { maxRowBytes, sampleBytes } from '../shared/limits.ts';
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
} from '../types.ts';
import { ElementParser } from './elements.ts';
import { inspectObjects } from './inspect.ts';
import { isBlankObject, ObjectGroups } from './objectGroups.ts';

/** JSON: an array of objects, or an object with one array of them. Reads again from the start instead of seeking. */
export const jsonReader: SourceReader = { inspect, rows, seeks: () => false };

function inspect(bytes: ByteSource, hints: FormatHints): Promise<Inspection> {
  return inspectObjects('json', rows, bytes, hints);
}

async function* rows(
  bytes: ByteSource,
  sourceFormat: SourceFormat,
  from: Position | null,
): AsyncGenerator<RowGroup, void, undefined> {
  const parser = new ElementParser(await isArray(bytes));
  const groups = new ObjectGroups(sourceFormat.columns, from?.row ?? 0);
  const prefix = new Prefix(from);
  let byte = 0;
  let sinceElement = 0;
  for await (const piece of buffersOf(bytes.read())) {
    byte += piece.length;
    sinceElement += piece.length;
    const elements = parser.write(piece);
    for (const element of elements) {
      if (!bytes.keepsBlankRows && isBlankObject(element)) {
        if (!prefix.isBehind) groups.skip();
        continue;
      }
      if (prefix.has(element)) continue;
      groups.add(element, null, Math.ceil(sinceElement / elements.length));
      if (groups.isFull) yield groups.take(byte, null, prefix.mark());
    }
    if (elements.length > 0) sinceElement = 0;
    if (sinceElement > maxRowBytes) throw tooLong(groups.rows + 1);
  }
  parser.end();
  prefix.end();
  if (!groups.isEmpty) yield groups.take(byte, null, prefix.mark());
}

async function isArray(bytes: ByteSource): Promise<boolean> {
  const start = (await readStart(bytes, sampleBytes)).toString('utf8').replace(/^\ufeff/, '');
  return start.trimStart().startsWith('[');
}

function tooLong(row: number): SourceError {
  return new SourceError(
    message('ROW_TOO_LONG', { cause: message('JSON_ROW_TOO_LONG', { line: row, size: maxRowBytes }) }),
  );
}
