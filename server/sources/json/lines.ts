import { message } from '../../messages/catalogue.ts';
import { buffersOf, readStart } from '../shared/bytes.ts';
import { markOf } from '../shared/encoding.ts';
import { maxRowBytes } from '../shared/limits.ts';
import { WindowFeed } from '../shared/windowFeed.ts';
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
import { inspectObjects } from './inspect.ts';
import { isBlankObject, ObjectGroups } from './objectGroups.ts';
import { jsonError, parseJson } from './parse.ts';

/** JSON Lines: an object on each line. Blank lines are no rows. Seeks. */
export const jsonLinesReader: SourceReader = { inspect, rows, seeks: () => true };

function inspect(bytes: ByteSource, hints: FormatHints): Promise<Inspection> {
  return inspectObjects('jsonl', rows, bytes, hints);
}

async function* rows(
  bytes: ByteSource,
  sourceFormat: SourceFormat,
  from: Position | null,
): AsyncGenerator<RowGroup, void, undefined> {
  const mark = markOf(await readStart(bytes, 3));
  let byte = from === null || from.row === 0 ? (mark?.bytes ?? 0) : from.byte;
  let line = from?.line ?? 1;
  const groups = new ObjectGroups(sourceFormat.columns, from?.row ?? 0);
  const feed = new WindowFeed(buffersOf(bytes.read(byte)));
  try {
    for (let rest: Buffer = Buffer.alloc(0); !feed.final; ) {
      const block = await feed.next(rest);
      let at = 0;
      for (let end = endOfLine(block, at, feed.final); end !== null; end = endOfLine(block, at, feed.final)) {
        addLine(groups, block.toString('utf8', at, end).trim(), line, bytes.keepsBlankRows ?? false);
        const next = Math.min(end + 1, block.length);
        byte += next - at;
        at = next;
        line += 1;
        if (groups.isFull) yield groups.take(byte, line);
      }
      rest = block.subarray(at);
      if (rest.length > maxRowBytes) throw tooLong(line);
    }
    if (!groups.isEmpty) yield groups.take(byte, line);
  } finally {
    await feed.close();
  }
}

/** Index of the line break; null where the line does not end in the block, or nothing is left. */
function endOfLine(block: Buffer, at: number, final: boolean): number | null {
  if (at >= block.length) return null;
  const found = block.indexOf(10, at);
  if (found >= 0) return found;
  return final ? block.length : null;
}

function addLine(groups: ObjectGroups, text: string, line: number, keepsBlankRows: boolean): void {
  if (text === '') return;
  try {
    const value = parseJson(text);
    if (!keepsBlankRows && isBlankObject(value)) groups.skip();
    else groups.add(value, line, text.length);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const cause = message('BAD_JSON_LINE', { line, cause: jsonError(error) });
    groups.fail(message('BAD_JSON', { cause }), text, line, text.length);
  }
}

function tooLong(line: number): SourceError {
  return new SourceError(
    message('ROW_TOO_LONG', { cause: message('JSON_LINE_TOO_LONG', { line, size: maxRowBytes }) }),
  );
}
