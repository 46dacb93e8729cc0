import type { Db } from '../../sdk/records.ts';

export interface Recipients {
  /** Those of the addresses that are members'. */
  readonly members: readonly string[];
  readonly domains: readonly string[];
}

/** Who may be notified of a project's imports. `emails` are in lower case. */
export async function readRecipients(db: Db, projectId: string, emails: readonly string[]): Promise<Recipients> {
  const [row] = await db.query<Recipients>(
    `SELECT coalesce((SELECT email_domains FROM notification_settings WHERE project_id = $1), '{}') AS domains,
            ARRAY(SELECT email FROM member JOIN "user" ON "user".id = member.user_id
                   WHERE project_id = $1 AND email = ANY($2::text[])) AS members`,
    [projectId, emails],
  );
  return row ?? { members: [], domains: [] };
}
