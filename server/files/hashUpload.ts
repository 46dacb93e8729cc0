import { createHash } from 'node:crypto';
import { buffersOf } from '../sources/bytes.ts';
import type { UploadStore } from './uploadStore.ts';

/** SHA-256 of an upload: once, when it is finished, so that no request has to read it again to tell what it holds. */
export async function hashUpload(store: UploadStore, uploadId: string): Promise<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256');
  const bytes = await store.open(uploadId, uploadId);
  for await (const piece of buffersOf(bytes.read())) hash.update(piece);
  return Uint8Array.from(hash.digest());
}
