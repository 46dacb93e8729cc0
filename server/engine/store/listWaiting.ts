import type { Db } from '../../sdk/records.ts';

export interface Waiting {
  readonly id: string;
  /** Of an upload that is still to be read. */
  readonly storeId: string | null;
}

/** Imports of this one's project that wait for their turn, the oldest first. */
export async function listWaiting(tx: Db, importId: string, most: number): Promise<Waiting[]> {
  return tx.query<Waiting>(
    `SELECT id, CASE WHEN NOT planned THEN source->>'storeId' END AS "storeId"
       FROM import
      WHERE project_id = (SELECT project_id FROM import WHERE id = $1) AND status = 'QUEUED' AND id <> $1
      ORDER BY id LIMIT $2`,
    [importId, most],
  );
}
