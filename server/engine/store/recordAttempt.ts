import type { Db } from '../../sdk/records.ts';

/** Adds a fault of the environment to the chunk's history; how many it has met by now, waits for locks aside. */
export async function recordAttempt(
  db: Db,
  importId: string,
  index: number,
  attempt: { readonly error: string; readonly code: string },
): Promise<number> {
  const [row] = await db.query<{ attempts: number }>(
    `UPDATE import_chunk
        SET attempts = attempts || jsonb_build_array(jsonb_build_object('at', now(), 'error', $3::text, 'code', $4::text))
      WHERE import_id = $1 AND index = $2
  RETURNING (SELECT count(*)::int FROM jsonb_array_elements(attempts) AS attempt
              WHERE attempt->>'code' <> '55P03') AS attempts`,
    [importId, index, attempt.error, attempt.code],
  );
  return row?.attempts ?? 0;
}
