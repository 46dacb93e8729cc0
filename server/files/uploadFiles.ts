import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { UploadFiles } from '../engine/model/context.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { RetryLater } from '../sdk/errors.ts';
import { buffersOf } from '../sources/shared/bytes.ts';
import { type ByteSource, SourceError } from '../sources/types.ts';
import { finishIfWhole } from './finishUpload.ts';
import { hashUpload } from './hashUpload.ts';
import type { UploadStore } from './uploadStore.ts';

/** Finished uploads as the engine reads them, out of the stores that this process reaches. */
export function createUploadFiles(prisma: PrismaClient, stores: readonly UploadStore[]): UploadFiles {
  const storeOf = (id: string | undefined) => stores.find((store) => store.id === id);
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
    if (!store) throw outOfReach(uploadId);
    const bytes = await store.open(uploadId, upload.name).catch((cause: unknown) => {
      throw outOfReach(uploadId, cause);
    });
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
  for await (const piece of buffersOf(bytes.read(start, end))) {
    at += piece.length;
    yield piece;
  }
  if (at < Math.min(end, bytes.size)) throw cut(at, bytes.size);
}

/** Of the environment, not of the source: another machine may have the file, or a disk may come back. */
function outOfReach(uploadId: string, cause?: unknown): RetryLater {
  return new RetryLater(`The upload ${uploadId} is not within reach of this process.`, { cause });
}

function gone(uploadId: string): SourceError {
  return new SourceError('UPLOAD_GONE', `The file of the upload ${uploadId} is gone: upload it again.`);
}

function cut(has: number, accepted: number): SourceError {
  const message = `The uploaded file has ${has} bytes where ${accepted} were accepted: upload it again.`;
  return new SourceError('UPLOAD_DAMAGED', message);
}

function damaged(uploadId: string): SourceError {
  const message = `The file of the upload ${uploadId} is not what was accepted any more: upload it again.`;
  return new SourceError('UPLOAD_DAMAGED', message);
}

/** For an upload that was finished before its content was hashed. */
function hashOfId(uploadId: string): Uint8Array {
  return createHash('sha256').update(`upload ${uploadId}`).digest();
}
