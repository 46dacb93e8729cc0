import type { Db } from '../../sdk/records.ts';

/** The project's import that was started with this key, and what its input was. */
export async function findByIdempotencyKey(
  db: Db,
  projectId: string,
  idempotencyKey: string,
): Promise<{ readonly id: string; readonly inputHash: Uint8Array } | null> {
  const [row] = await db.query<{ id: string; inputHash: Uint8Array }>(
    'SELECT id, input_hash AS "inputHash" FROM import WHERE project_id = $1 AND idempotency_key = $2',
    [projectId, idempotencyKey],
  );
  return row ?? null;
}
