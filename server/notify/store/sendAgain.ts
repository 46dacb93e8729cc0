import type { Db } from '../../sdk/records.ts';

/** Has a message sent once more, from its first wait on. False while it is still being tried. */
export async function sendAgain(tx: Db, id: string): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE delivery SET status = 'PENDING', tries = 0, due_at = now(), finished_at = NULL
      WHERE id = $1 AND status <> 'PENDING' RETURNING id`,
    [id],
  );
  return rows.length > 0;
}
