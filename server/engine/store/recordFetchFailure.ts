import type { Db } from '../../sdk/records.ts';

/** Adds a fault of the environment to the history of the source's fetching; how many in a row it is by now. */
export async function recordFetchFailure(
  db: Db,
  importId: string,
  attempt: { readonly error: string; readonly code: string },
): Promise<number> {
  const [row] = await db.query<{ failures: number }>(
    `UPDATE source_spool
        SET failures = failures + 1,
            attempts = attempts || jsonb_build_array(jsonb_build_object('at', now(), 'error', $2::text, 'code', $3::text))
      WHERE import_id = $1
  RETURNING failures`,
    [importId, attempt.error, attempt.code],
  );
  return row?.failures ?? 1;
}

/** A later resume has its retries again. */
export async function forgiveFetchFailures(db: Db, importId: string): Promise<void> {
  await db.query('UPDATE source_spool SET failures = 0 WHERE import_id = $1', [importId]);
}
