import { Readable } from 'node:stream';
import type { Db } from '../../sdk/records.ts';

import type { ByteSource } from '../../sources/types.ts';

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

/** Bytes kept in Postgres, read part by part. */
export async function openStoredFile(db: Db, fileId: string, name: string): Promise<ByteSource> {
  const [row] = await db.query<{ size: number | null }>(
    'SELECT sum(length(data))::float8 AS size FROM stored_file_part WHERE file_id = $1',
    [fileId],
  );
  return {
    name,
    size: row?.size ?? 0,
    read: (start = 0, end = Number.POSITIVE_INFINITY) => Readable.from(parts(db, fileId, start, end)),
  };
}

async function* parts(db: Db, fileId: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let index = Math.floor(start / STORED_PART_BYTES); index * STORED_PART_BYTES < end; index += 1) {
    const [part] = await db.query<{ data: Uint8Array }>(
      'SELECT data FROM stored_file_part WHERE file_id = $1 AND index = $2',
      [fileId, index],
    );
    if (!part) return;
    const offset = index * STORED_PART_BYTES;
    const wanted = part.data.subarray(Math.max(0, start - offset), end - offset);
    if (wanted.length > 0) yield wanted;
  }
}

/**
 * Removes the bytes that came with requests and are stored in their import's chunks, and those of imports whose rows
 * were removed for their age. How many.
 */
export async function removeReadFiles(db: Db): Promise<number> {
  const removed = await db.query(
    `DELETE FROM stored_file USING import
      WHERE import.project_id = stored_file.project_id AND (import.planned OR NOT import.rows_kept)
        AND import.source->>'kind' = 'stored' AND import.source->>'fileId' = stored_file.id::text
  RETURNING stored_file.id`,
  );
  return removed.length;
}
