import type { Db } from '../../sdk/records.ts';

/** Whether the database answers at all. */
export async function isAnswering(db: Db): Promise<boolean> {
  try {
    await db.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
