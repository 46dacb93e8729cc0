import type { Db } from '../../sdk/records.ts';

/** The domains whose addresses may be notified beside the members of the project, in place of those before. */
export async function saveEmailDomains(tx: Db, projectId: string, domains: readonly string[]): Promise<void> {
  await tx.query(
    `INSERT INTO notification_settings (project_id, email_domains) VALUES ($1, $2)
     ON CONFLICT (project_id) DO UPDATE SET email_domains = excluded.email_domains`,
    [projectId, domains],
  );
}
