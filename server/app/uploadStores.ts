import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createDiskStore } from '../files/diskStore.ts';
import type { UploadStore } from '../files/uploadStore.ts';
import type { Teardown } from '../setup/teardown.ts';

/** Where uploads are read from; new ones go to the first. What went to the disk before S3 was configured stays there. */
export type UploadStores = readonly [UploadStore, ...UploadStore[]];

export async function openUploadStores({ dataDir, s3 }: Config, teardown: Teardown): Promise<UploadStores> {
  const disk = await createDiskStore(join(dataDir, 'uploads'));
  if (s3 === null) return [disk];
  // Its client takes more memory than all else of uploads; most servers have no use for it.
  const { createS3Store } = await import('../files/s3Store.ts');
  const bucket = createS3Store(s3);
  teardown.add('The client of S3', async () => bucket.close());
  return [bucket, disk];
}
