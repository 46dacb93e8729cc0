import type { Db } from '../../sdk/records.ts';

/** Removes abandoned upload locks. */
export async function removeStaleLocks(db: Db): Promise<void> {
  await db.query("DELETE FROM upload_lock WHERE expires_at < now() - interval '1 day'");
}
