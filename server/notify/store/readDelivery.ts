import type { EndedImport } from '../../engine/model/import.ts';
import type { Db } from '../../sdk/records.ts';

/** A message that waits to be sent. */
export interface Delivery {
  readonly id: string;
  readonly importId: string;
  readonly projectId: string;
  readonly kind: 'EMAIL' | 'WEBHOOK';
  readonly event: string;
  readonly target: string;
  readonly payload: EndedImport;
  /** Attempts since the last request to send it. */
  readonly tries: number;
  readonly createdAt: Date;
  readonly dueInSeconds: number;
}

/** Null for a delivery that does not exist or no longer waits. */
export async function readDelivery(db: Db, id: string): Promise<Delivery | null> {
  const [row] = await db.query<Delivery>(
    `SELECT id, import_id AS "importId", project_id AS "projectId", kind, event, target, payload, tries,
            created_at AS "createdAt", extract(epoch FROM due_at - clock_timestamp())::float8 AS "dueInSeconds"
       FROM delivery WHERE id = $1 AND status = 'PENDING'`,
    [id],
  );
  return row ?? null;
}
