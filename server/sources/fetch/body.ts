import { pipeline, type Readable, Transform, type TransformCallback } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { message } from '../../messages/catalogue.ts';
import { FetchError } from './errors.ts';

export interface DecodeOptions {
  /** The Content-Encoding header. */
  readonly encoding: string | undefined;
  readonly maxBytes: number;
  /** What a fault along the way is to the reader. */
  readonly asError: (error: unknown) => Error;
}

/**
 * The body as the sender had it: decoded, and cut off with FetchError TOO_LARGE behind `maxBytes`. Throws FetchError
 * BROKEN_BODY for an encoding that nobody asked for.
 */
export function decodedBody(raw: Readable, { encoding, maxBytes, asError }: DecodeOptions): Readable {
  const decoder = decoderOf(encoding);
  if (decoder === 'unknown') {
    raw.on('error', () => undefined).destroy();
    throw new FetchError(message('BROKEN_BODY', { cause: message('ODD_ENCODING') }), { retryable: false });
  }
  const body = new Bounded(maxBytes, asError);
  const parts = decoder ? [raw, new Bounded(maxBytes, asError), decoder, body] : [raw, body];
  // An error of any part destroys the others; the last one tells the reader.
  pipeline(parts, () => undefined);
  return body;
}

class Bounded extends Transform {
  readonly #maxBytes: number;
  readonly #asError: (error: unknown) => Error;
  #bytes = 0;

  constructor(maxBytes: number, asError: (error: unknown) => Error) {
    super();
    this.#maxBytes = maxBytes;
    this.#asError = asError;
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += piece.length;
    if (this.#bytes <= this.#maxBytes) done(null, piece);
    else done(tooLarge(this.#maxBytes));
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    done(error && this.#asError(error));
  }
}

export function tooLarge(maxBytes: number): FetchError {
  return new FetchError(message('TOO_LARGE', { cause: message('ANSWER_TOO_LARGE', { size: maxBytes }) }), {
    retryable: false,
  });
}

/** Null for a body as it is. More than one encoding serves nobody but who wants a bomb within a bomb. */
function decoderOf(encoding: string | undefined): Transform | 'unknown' | null {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return 'unknown';
  }
}
