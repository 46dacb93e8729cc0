import { v7 as uuidv7 } from 'uuid';
import type { JsonObject } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';

export interface NotifyAudit {
  readonly projectId: string;
  readonly importId: string | null;
  readonly actor: string;
  readonly action: 'ALLOW_EMAIL_DOMAINS' | 'ROTATE_WEBHOOK_SECRET' | 'REDELIVER';
  readonly detail: JsonObject;
}

/** Records who changed the notification settings of a project. */
export async function addAudit(tx: Db, entry: NotifyAudit): Promise<void> {
  await tx.query(
    'INSERT INTO audit_entry (id, project_id, import_id, actor, action, detail) VALUES ($1, $2, $3, $4, $5, $6::jsonb)',
    [uuidv7(), entry.projectId, entry.importId, entry.actor, entry.action, JSON.stringify(entry.detail)],
  );
}
