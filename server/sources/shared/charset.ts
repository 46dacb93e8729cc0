import { TextDecoder } from 'node:util';
import { message } from '../../messages/catalogue.ts';
import { SourceError } from '../types.ts';

/**
 * How a text's bytes are read. What is not UTF-8 is turned into it. A character's place in the file is known by its
 * bytes (`utf-8`) or by counting characters (`single`, `utf-16`). Only the positions of `other` cannot be told from what
 * was read, so such a file is not sought in but read again from its start.
 */
export interface Charset {
  /** The WHATWG name. */
  readonly name: string;
  readonly kind: 'utf-8' | 'single' | 'utf-16' | 'other';
}

export const utf8: Charset = { name: 'utf-8', kind: 'utf-8' };

const singleByte = /^(ibm866|iso-8859-|koi8-|macintosh|windows-|x-mac-|x-user-defined)/;

/** Names that people use and the standard lacks. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['macroman', 'macintosh'],
  ['mac-roman', 'macintosh'],
  ['ansi', 'windows-1252'],
  ['latin-1', 'windows-1252'],
]);

/** The encoding of a label of the WHATWG Encoding standard. Throws SourceError UNKNOWN_ENCODING for other labels. */
export function charsetOf(label: string): Charset {
  const name = canonicalName(label);
  if (name === 'utf-8') return utf8;
  if (name.startsWith('utf-16')) return { name, kind: 'utf-16' };
  return { name, kind: singleByte.test(name) ? 'single' : 'other' };
}

/** A decoder for a stream that starts after the byte order mark, wherever in the file it was opened. */
export function decoderOf(charset: Charset): TextDecoder {
  return new TextDecoder(charset.name, { ignoreBOM: true });
}

function canonicalName(label: string): string {
  const plain = label.trim().toLowerCase();
  try {
    return new TextDecoder(aliases.get(plain) ?? plain).encoding;
  } catch (cause) {
    throw new SourceError(message('UNKNOWN_ENCODING', { name: label }), { cause, path: ['format', 'encoding'] });
  }
}
