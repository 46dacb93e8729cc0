import type { Db } from '../../sdk/records.ts';
import { notifyChange } from './notify.ts';

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
