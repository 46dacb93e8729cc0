import { createHash } from 'node:crypto';
import type { UploadFiles } from '../engine/files.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { RetryLater } from '../sdk/errors.ts';
import { finishIfWhole } from './finishUpload.ts';
import type { UploadStore } from './uploadStore.ts';

/** Finished uploads as the engine reads them, out of the stores that this process reaches. */
export function createUploadFiles(prisma: PrismaClient, stores: readonly UploadStore[]): UploadFiles {
  const storeOf = (id: string | undefined) => stores.find((store) => store.id === id);
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
    async open(uploadId) {
      const upload = await prisma.upload.findUnique({ where: { id: uploadId }, select: { name: true, storeId: true } });
      const store = storeOf(upload?.storeId);
      if (!upload || !store) throw outOfReach(uploadId);
      return store.open(uploadId, upload.name).catch((cause: unknown) => {
        throw outOfReach(uploadId, cause);
      });
    },
  };
}

/** Of the environment, not of the source: another machine may have the file, or a disk may come back. */
function outOfReach(uploadId: string, cause?: unknown): RetryLater {
  return new RetryLater(`The upload ${uploadId} is not within reach of this process.`, { cause });
}

/** For an upload that was finished before its content was hashed. */
function hashOfId(uploadId: string): Uint8Array {
  return createHash('sha256').update(`upload ${uploadId}`).digest();
}
