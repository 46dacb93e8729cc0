import { isUtf8 } from 'node:buffer';
import type { ByteSource } from '../types.ts';
import { buffersOf } from './bytes.ts';
import { type Charset, decoderOf } from './charset.ts';

/** The bytes of a start or a whole, as TextStream would give them. */
export function asUtf8(bytes: Buffer, charset: Charset, final: boolean): Buffer {
  if (charset.kind === 'utf-8') return bytes;
  return Buffer.from(decoderOf(charset).decode(bytes, { stream: !final }));
}

/** A source's text from a byte on, in UTF-8. */
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
    const decoder = this.#charset.kind === 'utf-8' ? null : decoderOf(this.#charset);
    for await (const piece of buffersOf(this.#source.read(this.given))) {
      this.given += piece.length;
      yield decoder === null ? piece : Buffer.from(decoder.decode(piece, { stream: true }));
    }
    const last = decoder?.decode() ?? '';
    if (last !== '') yield Buffer.from(last);
  }
}

/** How many bytes of the file a text (in UTF-8, of whole characters) is; null where that cannot be told. */
export function fileBytes(text: Buffer, { kind }: Charset): number | null {
  if (kind === 'utf-8') return text.length;
  return kind === 'other' ? null : bytesOfUnit[kind] * text.toString().length;
}

/** A single byte never means a character that takes two units. */
const bytesOfUnit = { single: 1, 'utf-16': 2 } as const;

/** Characters of the file's text that are not valid in its encoding and read as U+FFFD. Counted in UTF-8 only. */
export function invalidCharacters(text: Buffer, charset: Charset): number {
  if (charset.kind !== 'utf-8' || isUtf8(text)) return 0;
  const replacement = '\ufffd';
  // The file may hold the character itself.
  const own = text.toString('latin1').split(Buffer.from(replacement).toString('latin1')).length;
  return text.toString().split(replacement).length - own;
}
