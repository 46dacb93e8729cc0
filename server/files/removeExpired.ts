import type { PrismaClient } from '../generated/prisma/client.ts';
import type { UploadStore } from './uploadStore.ts';

/** Removes this store's expired uploads, except those that an import has not read to the end; how many. */
export async function removeExpiredUploads(prisma: PrismaClient, store: UploadStore): Promise<number> {
  const expired = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM upload
     WHERE store_id = ${store.id} AND expires_at < now()
       AND NOT EXISTS (SELECT FROM import
                        WHERE import.project_id = upload.project_id AND NOT planned
                          AND source->>'kind' = 'upload' AND source->>'uploadId' = upload.id)`;
  for (const { id } of expired) {
    // The bytes first: an entry without bytes can be removed again, bytes without an entry are never found.
    await store.remove(id);
    await prisma.upload.deleteMany({ where: { id } });
  }
  return expired.length;
}
