import type { Db } from '../../sdk/records.ts';

/** Messages that should have been sent by now. */
export async function listDueDeliveries(db: Db): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `SELECT id FROM delivery WHERE status = 'PENDING' AND due_at < now() ORDER BY due_at LIMIT 1000`,
  );
  return rows.map(({ id }) => id);
}
