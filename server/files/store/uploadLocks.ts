import type { Db } from '../../sdk/records.ts';

/** Takes the lock where it is free, expired or the holder's own. Otherwise its holder is asked to let go; false. */
export async function takeUploadLock(db: Db, uploadId: string, holder: string, leaseMs: number): Promise<boolean> {
  const taken = await db.query(
    `INSERT INTO upload_lock (upload_id, holder, expires_at)
     VALUES ($1, $2, now() + make_interval(secs => $3::float8 / 1000))
     ON CONFLICT (upload_id) DO UPDATE
        SET holder = excluded.holder, expires_at = excluded.expires_at, release_requested = false
      WHERE upload_lock.expires_at < now() OR upload_lock.holder = excluded.holder
  RETURNING upload_id`,
    [uploadId, holder, leaseMs],
  );
  if (taken.length > 0) return true;
  await db.query('UPDATE upload_lock SET release_requested = true WHERE upload_id = $1 AND NOT release_requested', [
    uploadId,
  ]);
  return false;
}

/** Extends the lease. `lost` if another process holds it now; `asked` if another process waits for it. */
export async function renewUploadLock(
  db: Db,
  uploadId: string,
  holder: string,
  leaseMs: number,
): Promise<'held' | 'asked' | 'lost'> {
  const [lock] = await db.query<{ asked: boolean }>(
    `UPDATE upload_lock SET expires_at = now() + make_interval(secs => $3::float8 / 1000)
      WHERE upload_id = $1 AND holder = $2
  RETURNING release_requested AS asked`,
    [uploadId, holder, leaseMs],
  );
  if (!lock) return 'lost';
  return lock.asked ? 'asked' : 'held';
}

export async function dropUploadLock(db: Db, uploadId: string, holder: string): Promise<void> {
  await db.query('DELETE FROM upload_lock WHERE upload_id = $1 AND holder = $2', [uploadId, holder]);
}
