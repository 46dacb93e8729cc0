import type { Db } from '../../sdk/records.ts';

/** Removes locks of uploads whose holders vanished and that nobody has wanted since. */
export async function removeStaleLocks(db: Db): Promise<void> {
  await db.query("DELETE FROM upload_lock WHERE expires_at < now() - interval '1 day'");
}
