import { Readable } from 'node:stream';
import type { Db } from '../../sdk/records.ts';
import type { ByteSource } from '../../sources/types.ts';
import { STORED_PART_BYTES } from './saveStoredFile.ts';

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
