import type { Db } from '../../sdk/records.ts';

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
