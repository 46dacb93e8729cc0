import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { UploadFiles } from '../engine/model/context.ts';
import { StoreUnreachable } from '../engine/model/errors.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { message } from '../messages/catalogue.ts';
import { buffersOf } from '../sources/shared/bytes.ts';
import { type ByteSource, SourceError } from '../sources/types.ts';
import { finishIfWhole } from './finishUpload.ts';
import { hashUpload } from './hashUpload.ts';
import type { UploadStore } from './uploadStore.ts';

/** Finished uploads as the engine reads them, out of the stores that this process reaches. */
export function createUploadFiles(prisma: PrismaClient, stores: readonly UploadStore[]): UploadFiles {
  const reachableStores = stores.map(reachable);
  const storeOf = (id: string | undefined) => reachableStores.find((store) => store.id === id);
  const accepted = async (uploadId: string) => {
    const upload = await prisma.upload.findUnique({
      where: { id: uploadId },
      select: { name: true, storeId: true, size: true, sha256: true },
    });
    if (!upload) throw gone(uploadId);
    return upload;
  };
  const openAccepted = async (uploadId: string, upload: Awaited<ReturnType<typeof accepted>>): Promise<ByteSource> => {
    const store = storeOf(upload.storeId);
    if (!store) throw new StoreUnreachable(new Error(`No store "${upload.storeId}" is configured.`));
    const bytes = await store.open(uploadId, upload.name);
    if (bytes === null) throw gone(uploadId);
    if (bytes.size !== Number(upload.size)) throw cut(bytes.size, Number(upload.size));
    return wholeSource(bytes);
  };
  return {
    storeIds: stores.map(({ id }) => id),
    async find(projectId, uploadId) {
      const read = () =>
        prisma.upload.findFirst({
          where: { id: uploadId, projectId, expiresAt: { gt: new Date() } },
          select: { name: true, storeId: true, size: true, sha256: true, finishedAt: true },
        });
      let upload = await read();
      if (upload?.finishedAt === null) {
        const store = storeOf(upload.storeId);
        if (!store || !(await finishIfWhole(prisma, store, uploadId))) return null;
        upload = await read();
      }
      if (!upload) return null;
      const { name, storeId, size } = upload;
      return { name, storeId, size: Number(size), sha256: upload.sha256 ?? hashOfId(uploadId) };
    },
    open: async (uploadId) => openAccepted(uploadId, await accepted(uploadId)),
    async verify(uploadId, signal) {
      const upload = await accepted(uploadId);
      const bytes = await openAccepted(uploadId, upload);
      // An upload that was finished before contents were hashed has its size alone.
      if (upload.sha256 === null) return;
      const sha256 = await hashUpload(bytes, signal);
      if (Buffer.compare(sha256, upload.sha256) !== 0) throw damaged(uploadId);
    },
  };
}

/** The source, of which a read that ends early fails: a file that is cut while it is read must not pass for a whole one. */
function wholeSource(bytes: ByteSource): ByteSource {
  return {
    ...bytes,
    read: (start = 0, end = bytes.size) => Readable.from(whole(bytes, start, end), { objectMode: false }),
  };
}

async function* whole(bytes: ByteSource, start: number, end: number): AsyncGenerator<Buffer> {
  let at = start;
  try {
    for await (const piece of buffersOf(bytes.read(start, end))) {
      at += piece.length;
      yield piece;
    }
  } catch (error) {
    throw new StoreUnreachable(error);
  }
  if (at < Math.min(end, bytes.size)) throw cut(at, bytes.size);
}

/** The store, which says in one way that it is away. What it says of itself is for the log. */
function reachable(store: UploadStore): UploadStore {
  return {
    ...store,
    open: (uploadId, name) =>
      store.open(uploadId, name).catch((error: unknown) => {
        throw new StoreUnreachable(error);
      }),
  };
}

function gone(uploadId: string): SourceError {
  return new SourceError(message('UPLOAD_GONE', { id: uploadId }));
}

function cut(has: number, accepted: number): SourceError {
  return new SourceError(message('UPLOAD_DAMAGED', { cause: message('UPLOAD_CUT', { count: has, total: accepted }) }));
}

function damaged(uploadId: string): SourceError {
  return new SourceError(message('UPLOAD_DAMAGED', { cause: message('UPLOAD_CHANGED', { id: uploadId }) }));
}

/** For an upload that was finished before its content was hashed. */
function hashOfId(uploadId: string): Uint8Array {
  return createHash('sha256').update(`upload ${uploadId}`).digest();
}
