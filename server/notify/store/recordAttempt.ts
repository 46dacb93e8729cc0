import type { Message } from '../../messages/message.ts';
import type { Db } from '../../sdk/records.ts';

export interface RecordedAttempt {
  readonly at: string;
  readonly durationMs: number;
  readonly status: number | null;
  readonly error: Message | null;
}

/** What the delivery is from now on; `dueInSeconds` where it is PENDING still. */
export type DeliveryState =
  | { readonly status: 'DELIVERED' | 'FAILED' | 'NOT_SENT' }
  | { readonly status: 'PENDING'; readonly dueInSeconds: number };

/** Adds an attempt to the delivery's log. */
export async function recordAttempt(db: Db, id: string, attempt: RecordedAttempt, state: DeliveryState): Promise<void> {
  const dueInSeconds = state.status === 'PENDING' ? state.dueInSeconds : 0;
  await db.query(
    `UPDATE delivery
        SET attempts = attempts || $2::jsonb, tries = tries + 1, status = ($3::text)::delivery_status,
            due_at = now() + make_interval(secs => $4),
            finished_at = CASE WHEN $3 = 'PENDING' THEN NULL ELSE now() END
      WHERE id = $1 AND status = 'PENDING'`,
    [id, JSON.stringify([attempt]), state.status, dueInSeconds],
  );
}
