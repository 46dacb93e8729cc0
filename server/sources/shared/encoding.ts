import { message } from '../../messages/catalogue.ts';
import type { FormatHints, SourceWarning } from '../types.ts';
import { type Charset, charsetOf, utf8 } from './charset.ts';
import { guessWestern } from './guessWestern.ts';

export interface DetectedEncoding {
  readonly charset: Charset;
  readonly bomBytes: number;
  readonly warnings: readonly SourceWarning[];
}

const marks: readonly (readonly [string, Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];

/** What the caller said, else what the byte order mark says, else UTF-8 where the start is valid, else a guess. */
export function detectEncoding(start: Buffer, hints: FormatHints): DetectedEncoding {
  const mark = markOf(start);
  if (hints.encoding !== undefined && hints.encoding.trim() !== '') {
    const charset = charsetOf(hints.encoding);
    return { charset, bomBytes: mark?.name === charset.name ? mark.bytes : 0, warnings: [] };
  }
  if (mark !== null) return { charset: charsetOf(mark.name), bomBytes: mark.bytes, warnings: [] };
  if (startsAsUtf8(start)) return { charset: utf8, bomBytes: 0, warnings: [] };
  const guess = guessWestern(start);
  return { charset: charsetOf(guess), bomBytes: 0, warnings: [doubt(guess)] };
}

/** The byte order mark at the start, if there is one. */
export function markOf(start: Buffer): { readonly name: string; readonly bytes: number } | null {
  for (const [name, mark] of marks) {
    if (start.subarray(0, mark.length).equals(mark)) return { name, bytes: mark.length };
  }
  return null;
}

/** The start may be cut in the middle of a character, which `stream` forgives. */
function startsAsUtf8(start: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function doubt(guess: string): SourceWarning {
  return message('ENCODING_IN_DOUBT', { encoding: guess });
}
