import { createHash } from 'node:crypto';
import type { UploadFiles } from '../engine/files.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { RetryLater } from '../sdk/errors.ts';
import type { UploadStore } from './uploadStore.ts';

/** Finished uploads as the engine reads them, out of the stores that this process reaches. */
export function createUploadFiles(prisma: PrismaClient, stores: readonly UploadStore[]): UploadFiles {
  return {
    storeIds: stores.map(({ id }) => id),
    async find(projectId, uploadId) {
      const upload = await prisma.upload.findFirst({
        where: { id: uploadId, projectId, finishedAt: { not: null }, expiresAt: { gt: new Date() } },
        select: { name: true, storeId: true, size: true, sha256: true },
      });
      if (!upload) return null;
      const { name, storeId, size } = upload;
      return { name, storeId, size: Number(size), sha256: upload.sha256 ?? hashOfId(uploadId) };
    },
    async open(uploadId) {
      const upload = await prisma.upload.findUnique({ where: { id: uploadId }, select: { name: true, storeId: true } });
      const store = stores.find(({ id }) => id === upload?.storeId);
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
