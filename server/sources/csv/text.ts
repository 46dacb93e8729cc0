import { isAscii, isUtf8 } from 'node:buffer';
import { buffersOf } from '../bytes.ts';
import type { ByteSource } from '../types.ts';
import { type Charset, decoderOf } from './charset.ts';

/**
 * A piece of the text in which every ASCII character is one byte. `text` has one character for each byte, so that an
 * index means the same in both; `cell` gives what really stands there.
 */
export interface TextWindow {
  readonly bytes: Buffer;
  readonly text: string;
  cell(start: number, end: number): string;
}

const beyondAscii = /[\x80-\xff]/;

/** The bytes (as TextStream gives them) ready to be scanned. */
export function windowOf(bytes: Buffer, charset: Charset): TextWindow {
  if (charset.kind === 'single' && !isAscii(bytes)) {
    const decoded = decoderOf(charset).decode(bytes);
    return { bytes, text: decoded, cell: (start, end) => decoded.slice(start, end) };
  }
  const text = bytes.toString('latin1');
  if (isAscii(bytes)) return { bytes, text, cell: (start, end) => text.slice(start, end) };
  return { bytes, text, cell: (start, end) => utf8Cell(bytes, text, start, end) };
}

/** The bytes of a start or a whole, as TextStream would give them. */
export function scannable(bytes: Buffer, charset: Charset, final: boolean): Buffer {
  if (isScannable(charset)) return bytes;
  return Buffer.from(decoderOf(charset).decode(bytes, { stream: !final }));
}

/** A source's text from a byte on, in a form that can be scanned. */
export class TextStream {
  /** Bytes of the file that were read so far, and those before them. */
  given: number;
  readonly #source: ByteSource;
  readonly #charset: Charset;

  constructor(source: ByteSource, charset: Charset, start: number) {
    this.#source = source;
    this.#charset = charset;
    this.given = start;
  }

  async *pieces(): AsyncGenerator<Buffer, void, undefined> {
    const decoder = isScannable(this.#charset) ? null : decoderOf(this.#charset);
    for await (const piece of buffersOf(this.#source.read(this.given))) {
      this.given += piece.length;
      yield decoder === null ? piece : Buffer.from(decoder.decode(piece, { stream: true }));
    }
    const last = decoder?.decode() ?? '';
    if (last !== '') yield Buffer.from(last);
  }
}

/** How many bytes of the file a scannable text is, which ends with a whole character; null where that cannot be told. */
export function fileBytes(text: Buffer, charset: Charset): number | null {
  if (charset.kind === 'other') return null;
  return charset.kind === 'utf-16' ? 2 * text.toString().length : text.length;
}

/** Characters of the file's text that are not valid in its encoding and read as U+FFFD. Counted in UTF-8 only. */
export function invalidCharacters(text: Buffer, charset: Charset): number {
  if (charset.kind !== 'utf-8' || isUtf8(text)) return 0;
  const replacement = '\ufffd';
  // The file may hold the character itself.
  const own = text.toString('latin1').split(Buffer.from(replacement).toString('latin1')).length;
  return text.toString().split(replacement).length - own;
}

function isScannable({ kind }: Charset): boolean {
  return kind === 'utf-8' || kind === 'single';
}

function utf8Cell(bytes: Buffer, text: string, start: number, end: number): string {
  const plain = text.slice(start, end);
  return beyondAscii.test(plain) ? bytes.toString('utf8', start, end) : plain;
}
