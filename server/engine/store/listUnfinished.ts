import type { Db } from '../../sdk/records.ts';
import type { JobKind } from '../jobQueue.ts';

export interface Unfinished {
  readonly id: string;
  readonly kind: JobKind;
  readonly storeId: string | null;
}

/** What work every import that is not at rest waits for: its plan while the source is not read, its lane or finish. */
export async function listUnfinished(db: Db): Promise<Unfinished[]> {
  return db.query<Unfinished>(
    `SELECT id, kind, CASE WHEN kind = 'plan' AND NOT planned THEN source->>'storeId' END AS "storeId"
       FROM import, LATERAL (
              SELECT 'plan' AS kind WHERE status = 'QUEUED' OR (status = 'RUNNING' AND NOT planned)
              UNION ALL SELECT 'lane' WHERE status = 'RUNNING' AND next_chunk < chunks_total
              UNION ALL SELECT 'finish' WHERE status = 'RUNNING' AND planned AND next_chunk = chunks_total
              UNION ALL SELECT 'undo' WHERE status = 'UNDOING') work
      WHERE status IN ('QUEUED', 'RUNNING', 'UNDOING') ORDER BY id`,
  );
}
