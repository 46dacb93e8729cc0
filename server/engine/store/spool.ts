import type { Message } from '../../messages/message.ts';
import { messageJson } from '../../messages/stored.ts';
import type { Json } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';
import type { SourceCoverage } from '../../sdk/reference/resolution.ts';
import { notifyChange } from './progress.ts';
import { STORED_PART_BYTES } from './storedFiles.ts';

export interface NewSpool {
  readonly importId: string;
  readonly projectId: string;
  readonly fileId: string;
  readonly name: string;
  readonly feed: string | null;
}

/**
 * Begins to fetch a source anew, into a stored file of its own: whoever still writes to the one before writes into
 * nothing. False where another process has it whole already.
 */
export async function beginSpool(tx: Db, { importId, projectId, fileId, name, feed }: NewSpool): Promise<boolean> {
  const [before] = await tx.query<{ fileId: string }>(
    'SELECT file_id AS "fileId" FROM source_spool WHERE import_id = $1 FOR UPDATE',
    [importId],
  );
  const [begun] = await tx.query(
    `INSERT INTO source_spool (import_id, file_id, name, feed) VALUES ($1, $2, $3, $4)
     ON CONFLICT (import_id) DO UPDATE
        SET file_id = excluded.file_id, name = excluded.name, feed = excluded.feed, next = NULL, pages = 0, rows = 0,
            total = NULL, bytes = 0
      WHERE NOT source_spool.done
  RETURNING import_id`,
    [importId, fileId, name, feed],
  );
  if (!begun) return false;
  if (before) await tx.query('DELETE FROM stored_file WHERE id = $1', [before.fileId]);
  await tx.query('INSERT INTO stored_file (id, project_id) VALUES ($1, $2)', [fileId, projectId]);
  return true;
}

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
  /** Pages that were there before: the cursor check that lets each be written once. */
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

export interface EndedSpool {
  readonly importId: string;
  readonly fileId: string;
  readonly bytes: number;
  readonly sha256: Uint8Array;
}

/**
 * The source is there, whole. False, and nothing is written, where a part of another content was imported already.
 * Throws SpoolStopped where the import stopped, or another process has been faster.
 */
export async function endSpool(tx: Db, { importId, fileId, bytes, sha256 }: EndedSpool): Promise<boolean> {
  const [before] = await tx.query<{ same: boolean }>(
    `SELECT rows_read = 0 OR source_sha256 = $2 AS same FROM import WHERE id = $1 AND status = 'RUNNING' FOR UPDATE`,
    [importId, sha256],
  );
  if (!before) throw new SpoolStopped();
  if (!before.same) return false;
  const ended = await tx.query(
    `UPDATE source_spool SET done = true, failures = 0
      WHERE import_id = $1 AND file_id = $2 AND NOT done RETURNING import_id`,
    [importId, fileId],
  );
  if (ended.length === 0) throw new SpoolStopped();
  const [changed] = await tx.query<{ projectId: string; revision: number }>(
    `UPDATE import
        SET source_bytes = $2, source_sha256 = $3, revision = revision + 1, updated_at = now()
      WHERE id = $1
  RETURNING project_id AS "projectId", revision`,
    [importId, bytes, sha256],
  );
  if (changed) await notifyChange(tx, { id: importId, ...changed });
  return true;
}

/** Somebody paused or cancelled the import just now, or another process fetches it: this one has nothing left to do. */
export class SpoolStopped extends Error {
  constructor() {
    super('The source is no longer fetched here.');
    this.name = 'SpoolStopped';
  }
}

/** How far a source by URL has been fetched. */
export interface Spool {
  /** The stored file with its bytes so far. */
  readonly fileId: string;
  readonly name: string;
  /** The kind of feed; null for a file. */
  readonly feed: string | null;
  /** What the feed's next page is asked with; null before the first. */
  readonly next: Json;
  readonly pages: number;
  readonly rows: number;
  /** How many rows the feed says that it has; null where it does not. */
  readonly total: number | null;
  readonly done: boolean;
}

/** Null before anything was fetched. */
export async function readSpool(db: Db, importId: string): Promise<Spool | null> {
  const [row] = await db.query<Spool>(
    'SELECT file_id AS "fileId", name, feed, next, pages, rows, total, done FROM source_spool WHERE import_id = $1',
    [importId],
  );
  return row ?? null;
}

/** An import that stopped before its source was read may be resumed within this time without fetching it again. */
const KEPT_DAYS = 7;

/** Removes the bytes of a source that was fetched for an import and is stored in its chunks. */
export async function removeSpooled(db: Db, importId: string): Promise<void> {
  await db.query(
    `DELETE FROM stored_file USING source_spool, import
      WHERE stored_file.id = source_spool.file_id AND source_spool.import_id = $1 AND import.id = $1 AND import.planned`,
    [importId],
  );
}

/**
 * Likewise for all imports, as a death may have kept some, and for those that stopped long ago. How many. What is
 * resumed after that is fetched again, and must be the same where a part of it was imported already.
 */
export async function removeSpentSpools(db: Db): Promise<number> {
  const removed = await db.query(
    `WITH spent AS (
       SELECT file_id FROM source_spool JOIN import ON import.id = import_id
        WHERE import.planned
           OR (import.status NOT IN ('QUEUED', 'RUNNING') AND import.updated_at < now() - make_interval(days => $1))
     ), gone AS (DELETE FROM source_spool USING import
                  WHERE import.id = import_id AND NOT import.planned AND file_id IN (SELECT file_id FROM spent))
     DELETE FROM stored_file WHERE id IN (SELECT file_id FROM spent) RETURNING id`,
    [KEPT_DAYS],
  );
  return removed.length;
}

/** Adds a transient error to the history of the source's fetching; how many in a row it is by now. */
export async function recordFetchFailure(
  db: Db,
  importId: string,
  attempt: { readonly error: Message; readonly code: string },
): Promise<number> {
  const [row] = await db.query<{ failures: number }>(
    `UPDATE source_spool
        SET failures = failures + 1,
            attempts = attempts || jsonb_build_array(jsonb_build_object('at', now(), 'error', $2::jsonb, 'code', $3::text))
      WHERE import_id = $1
  RETURNING failures`,
    [importId, messageJson(attempt.error), attempt.code],
  );
  return row?.failures ?? 1;
}

/** A later resume has its retries again. */
export async function forgiveFetchFailures(db: Db, importId: string): Promise<void> {
  await db.query('UPDATE source_spool SET failures = 0 WHERE import_id = $1', [importId]);
}

/** Keeps what a feed says that it holds in whole. */
export async function saveCoverage(tx: Db, importId: string, coverage: SourceCoverage): Promise<void> {
  await tx.query('UPDATE source_spool SET coverage = $2::jsonb WHERE import_id = $1', [
    importId,
    JSON.stringify(coverage),
  ]);
}

/** The source turned out not to hold it in whole. */
export async function dropCoverage(tx: Db, importId: string): Promise<void> {
  await tx.query('UPDATE source_spool SET coverage = NULL WHERE import_id = $1', [importId]);
}

/**
 * What the import's source holds in whole; null where it does not say. An import of another's rows (a dry run's) has
 * that one's source.
 */
export async function readCoverage(db: Db, importId: string): Promise<SourceCoverage | null> {
  const [row] = await db.query<{ readonly coverage: SourceCoverage | null }>(
    `WITH RECURSIVE origin AS (
       SELECT id, source, 0 AS depth FROM import WHERE id = $1
       UNION ALL
       SELECT import.id, import.source, origin.depth + 1 FROM origin JOIN import
           ON origin.source ->> 'kind' = 'import' AND import.id = (origin.source ->> 'importId')::uuid
        WHERE origin.depth < 10
     )
     SELECT coverage FROM origin JOIN source_spool ON source_spool.import_id = origin.id WHERE done LIMIT 1`,
    [importId],
  );
  return row?.coverage ?? null;
}
