import type { PrismaClient } from '../generated/prisma/client.ts';
import { hashUpload } from './hashUpload.ts';
import type { UploadStore } from './uploadStore.ts';

/** Makes an upload whose last byte has come ready for imports, which compare what they read with what is noted here. */
export async function finishUpload(
  prisma: PrismaClient,
  store: UploadStore,
  { id, size }: { readonly id: string; readonly size: number | undefined },
): Promise<void> {
  await store.secure(id);
  const bytes = await store.open(id, id);
  if (bytes === null || bytes.size !== (size ?? bytes.size)) throw new Error(`The upload ${id} is not whole.`);
  const sha256 = await hashUpload(bytes);
  await prisma.upload.update({
    where: { id },
    data: { finishedAt: new Date(), sha256, ...(size ? { size } : {}) },
  });
}

/**
 * The same for an upload whose last byte has come without anybody having finished it: the client was cut or the server died
 * just then. Who resumes such an upload hears that nothing is missing, and sends nothing more that would finish it. Returns
 * whether the upload is whole.
 */
export async function finishIfWhole(prisma: PrismaClient, store: UploadStore, id: string): Promise<boolean> {
  const found = await store.dataStore.getUpload(id).catch(async () => {
    // tus says the same of a store that does not answer as of an upload that is not there; this rejects for the former.
    await store.open(id, id);
    return null;
  });
  if (found?.size === undefined || found.offset !== found.size) return false;
  await finishUpload(prisma, store, found);
  return true;
}
