import type { Db } from '../../sdk/records.ts';
import { STORED_PART_BYTES } from './saveStoredFile.ts';

/** What may be written: the source's bytes so far, by whoever began this file, while its import runs. */
const OWN = `source_spool.import_id = $1 AND file_id = $2 AND NOT done
             AND EXISTS (SELECT FROM import WHERE id = $1 AND status = 'RUNNING')`;

/** Keeps one more part of a file. False where the import stopped, or another process fetches it now. */
export async function appendSpooledPart(
  db: Db,
  importId: string,
  fileId: string,
  index: number,
  data: Uint8Array,
): Promise<boolean> {
  const written = await db.query(
    `WITH own AS (UPDATE source_spool SET bytes = bytes + length($4::bytea) WHERE ${OWN} RETURNING file_id)
     INSERT INTO stored_file_part (file_id, index, data) SELECT file_id, $3, $4::bytea FROM own RETURNING index`,
    [importId, fileId, index, data],
  );
  return written.length > 0;
}

export interface SpooledPage {
  readonly importId: string;
  readonly fileId: string;
  /** Pages that were there before: the fence that lets each be written once. */
  readonly pagesBefore: number;
  readonly data: Uint8Array;
  readonly rows: number;
  /** What the following page is asked with, as JSON; null after the last. */
  readonly next: string | null;
  readonly total: number | null;
}

/** Keeps a feed's page and where it goes on. False as above, or where another process has kept the page. */
export async function appendSpooledPage(tx: Db, page: SpooledPage): Promise<boolean> {
  const { importId, fileId, data } = page;
  const [kept] = await tx.query<{ offset: number }>(
    `UPDATE source_spool
        SET pages = pages + 1, rows = rows + $4, next = $5::jsonb, total = coalesce($6, total), failures = 0,
            bytes = bytes + $7
      WHERE ${OWN} AND pages = $3
  RETURNING (bytes - $7)::float8 AS "offset"`,
    [importId, fileId, page.pagesBefore, page.rows, page.next, page.total, data.length],
  );
  if (!kept) return false;
  await append(tx, fileId, kept.offset, data);
  return true;
}

/** Behind `offset` bytes: first the last part is filled up, since an offset has to tell its part. */
async function append(tx: Db, fileId: string, offset: number, data: Uint8Array): Promise<void> {
  let index = Math.floor(offset / STORED_PART_BYTES);
  let at = 0;
  const room = STORED_PART_BYTES - (offset % STORED_PART_BYTES);
  if (room < STORED_PART_BYTES) {
    at = Math.min(room, data.length);
    await tx.query('UPDATE stored_file_part SET data = data || $3::bytea WHERE file_id = $1 AND index = $2', [
      fileId,
      index,
      data.subarray(0, at),
    ]);
    index += 1;
  }
  for (; at < data.length; at += STORED_PART_BYTES, index += 1) {
    await tx.query('INSERT INTO stored_file_part (file_id, index, data) VALUES ($1, $2, $3)', [
      fileId,
      index,
      data.subarray(at, at + STORED_PART_BYTES),
    ]);
  }
}
