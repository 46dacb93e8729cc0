import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { fileSource } from '../sources/shared/bytes.ts';
import type { ByteSource } from '../sources/types.ts';
import { storeIdFile, storeIdOf } from './storeId.ts';
import { UPLOAD_LIFETIME_MS } from './uploadLifetime.ts';
import type { UploadStore } from './uploadStore.ts';

/** Uploads in a folder, which several processes may share. */
export async function createDiskStore(folder: string): Promise<UploadStore & { readonly folder: string }> {
  const id = await storeIdOf(folder);
  /** Null where the file is gone; a disk that is away as a whole may come back. */
  const openFile = async (uploadId: string, name: string): Promise<ByteSource | null> => {
    try {
      return fileSource(join(folder, uploadId), name);
    } catch (error) {
      if (!isMissing(error) || (await readFile(storeIdFile(folder), 'utf8')).trim() !== id) throw error;
      return null;
    }
  };
  return {
    id,
    folder,
    dataStore: new FileStore({ directory: folder, expirationPeriodInMilliseconds: UPLOAD_LIFETIME_MS }),
    open: openFile,
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
