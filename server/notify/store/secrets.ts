import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../sdk/records.ts';

/** A rotated secret signs beside the new one for this long. */
export const OVERLAP_HOURS = 24;

/** What signs now, the newest first. */
export async function readEncryptedSecrets(db: Db, projectId: string): Promise<string[]> {
  const rows = await db.query<{ encrypted: Uint8Array }>(
    `SELECT encrypted FROM webhook_secret WHERE project_id = $1 AND (expires_at IS NULL OR expires_at > now())
      ORDER BY id DESC`,
    [projectId],
  );
  return rows.map(({ encrypted }) => Buffer.from(encrypted).toString('utf8'));
}

/** Holds the project's secrets until the transaction ends, so that two do not make the first one at once. */
export async function lockSecrets(tx: Db, projectId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('webhook secret ' || $1, 0))`, [projectId]);
}

/**
 * Puts a new secret in the place of the project's: the one before signs beside it for OVERLAP_HOURS, older ones no more.
 * Until when the one before does; null where there was none.
 */
export async function replaceSecret(tx: Db, projectId: string, encrypted: string): Promise<Date | null> {
  await tx.query('DELETE FROM webhook_secret WHERE project_id = $1 AND expires_at IS NOT NULL', [projectId]);
  const [before] = await tx.query<{ expiresAt: Date }>(
    `UPDATE webhook_secret SET expires_at = now() + make_interval(hours => $2)
      WHERE project_id = $1 RETURNING expires_at AS "expiresAt"`,
    [projectId, OVERLAP_HOURS],
  );
  await tx.query('INSERT INTO webhook_secret (id, project_id, encrypted) VALUES ($1, $2, $3)', [
    uuidv7(),
    projectId,
    Buffer.from(encrypted),
  ]);
  return before?.expiresAt ?? null;
}
