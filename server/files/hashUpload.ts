import { createHash } from 'node:crypto';
import { buffersOf } from '../sources/shared/bytes.ts';
import type { ByteSource } from '../sources/types.ts';

/**
 * SHA-256 of an upload's bytes: when it is finished, so that no request has to read it again to tell what it holds, and
 * before it is imported. Throws what `signal` says once it is aborted.
 */
export async function hashUpload(bytes: ByteSource, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256');
  for await (const piece of buffersOf(bytes.read())) {
    signal?.throwIfAborted();
    hash.update(piece);
  }
  return Uint8Array.from(hash.digest());
}
