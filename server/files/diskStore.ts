import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { fileSource } from '../sources/bytes.ts';
import { storeIdOf } from './storeId.ts';
import { UPLOAD_LIFETIME_MS } from './uploadLifetime.ts';
import type { UploadStore } from './uploadStore.ts';

/** Uploads in a folder, which several processes may share. */
export async function createDiskStore(folder: string): Promise<UploadStore & { readonly folder: string }> {
  return {
    id: await storeIdOf(folder),
    folder,
    dataStore: new FileStore({ directory: folder, expirationPeriodInMilliseconds: UPLOAD_LIFETIME_MS }),
    open: async (uploadId, name) => fileSource(join(folder, uploadId), name),
    async secure(uploadId) {
      const file = await open(join(folder, uploadId), 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async remove(uploadId) {
      await rm(join(folder, uploadId), { force: true });
      await rm(join(folder, `${uploadId}.json`), { force: true });
    },
  };
}
