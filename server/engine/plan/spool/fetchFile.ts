import { createHash } from 'node:crypto';
import { message } from '../../../messages/catalogue.ts';
import { SourceError } from '../../../sources/types.ts';
import type { EngineContext } from '../../model/context.ts';
import { appendSpooledPart, SpoolStopped } from '../../store/spool.ts';

import { STORED_PART_BYTES } from '../../store/storedFiles.ts';

export interface SpooledFile {
  readonly bytes: number;
  readonly sha256: Uint8Array;
}

/** Keeps the pieces of a file in a stored file that is empty yet. Throws SpoolStopped when it is no longer wanted. */
export async function fetchFile(
  { database }: EngineContext,
  importId: string,
  fileId: string,
  pieces: AsyncIterable<Buffer>,
  maxBytes: number,
): Promise<SpooledFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  let parts = 0;
  for await (const part of partsOf(pieces)) {
    bytes += part.length;
    // What is packed was bounded as it came; this is what it unpacks to.
    if (bytes > maxBytes)
      throw new SourceError(message('TOO_LARGE', { cause: message('FETCHED_TOO_LARGE', { size: maxBytes }) }));
    hash.update(part);
    if (!(await appendSpooledPart(database, importId, fileId, parts, part))) throw new SpoolStopped();
    parts += 1;
  }
  return { bytes, sha256: hash.digest() };
}

/** Every part but the last has STORED_PART_BYTES. */
async function* partsOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    while (length >= STORED_PART_BYTES) {
      const all = Buffer.concat(waiting, length);
      yield all.subarray(0, STORED_PART_BYTES);
      waiting = [all.subarray(STORED_PART_BYTES)];
      length -= STORED_PART_BYTES;
    }
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}
