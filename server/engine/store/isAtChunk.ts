import type { Db } from '../../sdk/records.ts';

/**
 * Whether the import waits for this very chunk. Asked under the lane's lock, before any work: a worker that comes late
 * has nothing to do and nothing to run into. What counts is still the fence at the end.
 */
export async function isAtChunk(tx: Db, importId: string, index: number): Promise<boolean> {
  const rows = await tx.query(`SELECT 1 FROM import WHERE id = $1 AND status = 'RUNNING' AND next_chunk = $2`, [
    importId,
    index,
  ]);
  return rows.length > 0;
}
