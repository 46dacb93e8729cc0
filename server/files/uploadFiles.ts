import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { UploadFiles } from '../engine/files.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { RetryLater } from '../sdk/errors.ts';
import type { ByteSource } from '../sources/types.ts';

/** Where this process keeps uploads. */
export interface UploadStore {
  readonly id: string;
  readonly folder: string;
}

/** Finished uploads as the engine reads them. `store` is null in a process that has no folder for them. */
export function createUploadFiles(prisma: PrismaClient, store: UploadStore | null): UploadFiles {
  return {
    storeId: store?.id ?? null,
    async find(projectId, uploadId) {
      return prisma.upload.findFirst({
        where: { id: uploadId, projectId, finishedAt: { not: null }, expiresAt: { gt: new Date() } },
        select: { name: true, storeId: true },
      });
    },
    async open(uploadId) {
      const upload = await prisma.upload.findUnique({ where: { id: uploadId }, select: { name: true, storeId: true } });
      if (!upload || !store || upload.storeId !== store.id) throw outOfReach(uploadId);
      return openFile(upload.name, join(store.folder, uploadId)).catch((cause: unknown) => {
        throw outOfReach(uploadId, cause);
      });
    },
  };
}

/** Of the environment, not of the source: another machine may have the file, or a disk may come back. */
function outOfReach(uploadId: string, cause?: unknown): RetryLater {
  return new RetryLater(`The upload ${uploadId} is not within reach of this process.`, { cause });
}

async function openFile(name: string, path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    name,
    size,
    read(start = 0, end = size) {
      if (end <= start) return Readable.from([]);
      // createReadStream's end is inclusive.
      return createReadStream(path, { start, end: end - 1 });
    },
  };
}
