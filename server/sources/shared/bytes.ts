import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { ByteSource } from '../types.ts';

/** How much of a buffer is handed out at once: as much as a file stream gives. */
const pieceBytes = 64 * 1024;

/** A source over bytes in memory, such as a small file out of Postgres. */
export function bufferSource(name: string, bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    name,
    size: buffer.length,
    read: (start = 0, end = buffer.length) => Readable.from(pieces(buffer.subarray(start, end)), { objectMode: false }),
  };
}

/** A source over a file on disk. Throws the file system's error when the file is away. */
export function fileSource(path: string, name: string = basename(path)): ByteSource {
  const { size } = statSync(path);
  return {
    name,
    size,
    // createReadStream's end is inclusive, so an empty range cannot be said to it.
    read: (start = 0, end = size) =>
      start >= end ? Readable.from([], { objectMode: false }) : createReadStream(path, { start, end: end - 1 }),
  };
}

/** A look at a source has read as much as it may. */
export class PreviewLimitReached extends Error {
  constructor() {
    super('A look at the source has read as much as it may.');
    this.name = 'PreviewLimitReached';
  }
}

/** The source as it is, of which one read gives `limit` bytes at most and then throws PreviewLimitReached. */
export function startOfSource(bytes: ByteSource, limit: number): ByteSource {
  return {
    ...bytes,
    read: (start = 0, end = bytes.size) =>
      Readable.from(stopping(bytes.read(start, end), limit), { objectMode: false }),
  };
}

async function* stopping(stream: Readable, limit: number): AsyncGenerator<Buffer> {
  let left = limit;
  for await (const piece of buffersOf(stream)) {
    if (left <= 0) throw new PreviewLimitReached();
    left -= piece.length;
    yield piece;
  }
}

/** The stream's pieces as buffers. Leaving the loop early closes the stream. */
export async function* buffersOf(stream: Readable): AsyncGenerator<Buffer> {
  for await (const piece of stream) yield Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
}

/** The first `size` bytes of a source, or all of it where it is shorter. */
export async function readStart(bytes: ByteSource, size: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of buffersOf(bytes.read(0, Math.min(size, bytes.size)))) parts.push(part);
  return Buffer.concat(parts);
}

function* pieces(buffer: Buffer): Generator<Buffer> {
  for (let at = 0; at < buffer.length; at += pieceBytes) yield buffer.subarray(at, at + pieceBytes);
}
