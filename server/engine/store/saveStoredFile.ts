import type { Db } from '../../sdk/records.ts';

/** Every part but the last has this many bytes, so that an offset tells its part. */
export const STORED_PART_BYTES = 1024 * 1024;

/** Keeps the bytes of a source that came inside a request: from then on any worker can read them. */
export async function saveStoredFile(tx: Db, fileId: string, projectId: string, bytes: Uint8Array): Promise<void> {
  await tx.query('INSERT INTO stored_file (id, project_id) VALUES ($1, $2)', [fileId, projectId]);
  for (let start = 0; start < bytes.length; start += STORED_PART_BYTES) {
    await tx.query('INSERT INTO stored_file_part (file_id, index, data) VALUES ($1, $2, $3)', [
      fileId,
      start / STORED_PART_BYTES,
      bytes.subarray(start, start + STORED_PART_BYTES),
    ]);
  }
}
