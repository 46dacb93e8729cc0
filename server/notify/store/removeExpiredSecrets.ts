import type { Db } from '../../sdk/records.ts';

/** Removes what webhooks are no longer signed with. */
export async function removeExpiredSecrets(db: Db): Promise<void> {
  await db.query('DELETE FROM webhook_secret WHERE expires_at < now()');
}
