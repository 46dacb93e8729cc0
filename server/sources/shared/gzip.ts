import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { message } from '../../messages/catalogue.ts';
import { type ByteSource, SourceError } from '../types.ts';
import { buffersOf, readStart } from './bytes.ts';

/** The most that one source may unpack to, in bytes. */
const maxUnpackedBytes = 8 * 1024 ** 3;
/** Of a packed file up to this size, the unpacked size is counted. */
const countedBytes = 4 * 1024 ** 2;

export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b && start[2] === 8;
}

/** The source as it is, or what is in it where it is gzip; told by its first bytes, whatever its name. */
export async function unpacked(bytes: ByteSource): Promise<ByteSource> {
  if (!isGzip(await readStart(bytes, 3))) return bytes;
  const read = (start = 0, end = Number.POSITIVE_INFINITY): Readable =>
    Readable.from(cut(gunzipped(buffersOf(bytes.read())), start, end), { objectMode: false });
  const name = bytes.name.replace(/\.gz$/i, '');
  const source = { name, size: await statedSize(bytes), read, isPacked: true } as const;
  // Several members in one file say the size of the last only.
  if (bytes.size > countedBytes && source.size >= bytes.size) return source;
  return { ...source, size: await countedSize(read()) };
}

/** What is in the pieces of a gzip file. Throws SourceError for one that is broken or unpacks to too much. */
export async function* gunzipped(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let bytes = 0;
  const packed = Readable.from(pieces, { objectMode: false });
  const gunzip = createGunzip();
  packed.once('error', (error) => gunzip.destroy(error));
  packed.pipe(gunzip);
  try {
    for await (const piece of buffersOf(gunzip)) {
      bytes += piece.length;
      if (bytes > maxUnpackedBytes) throw tooLarge();
      yield piece;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      const cause = message('NOT_WHOLE_GZIP', { code: String(error.code) });
      throw new SourceError(message('BROKEN_GZIP', { cause }), { cause: error });
    }
    throw error;
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}

/** What the first bytes of a gzip file unpack to, at most `limit` bytes; broken ones as far as they go. */
export async function gunzipStart(start: Buffer, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of gunzipped(buffersOf(Readable.from([start])))) {
      parts.push(piece);
      length += piece.length;
      if (length >= limit) break;
    }
  } catch (error) {
    // The start of a file ends somewhere in the middle.
    if (!(error instanceof SourceError)) throw error;
  }
  return Buffer.concat(parts).subarray(0, limit);
}

/** RFC 1952: the last four bytes are the size before packing, modulo 2^32. */
async function statedSize(bytes: ByteSource): Promise<number> {
  const parts: Buffer[] = [];
  for await (const part of buffersOf(bytes.read(Math.max(0, bytes.size - 4)))) parts.push(part);
  const end = Buffer.concat(parts);
  return end.length === 4 ? end.readUInt32LE() : 0;
}

async function countedSize(stream: Readable): Promise<number> {
  let size = 0;
  try {
    for await (const piece of buffersOf(stream)) size += piece.length;
  } catch (error) {
    // Whoever reads it meets the fault where it is, and says so.
    if (!(error instanceof SourceError)) throw error;
  }
  return size;
}

async function* cut(pieces: AsyncIterable<Buffer>, start: number, end: number): AsyncGenerator<Buffer> {
  let at = 0;
  if (end <= start) return;
  for await (const piece of pieces) {
    const wanted = piece.subarray(Math.max(0, start - at), Math.max(0, end - at));
    at += piece.length;
    if (wanted.length > 0) yield wanted;
    if (at >= end) return;
  }
}

function tooLarge(): SourceError {
  return new SourceError(message('TOO_LARGE', { cause: message('UNPACKS_TOO_LARGE', { size: maxUnpackedBytes }) }));
}
