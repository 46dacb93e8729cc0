import { v7 as uuidv7 } from 'uuid';
import type { Json } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';

export interface AuditEntry {
  readonly projectId: string;
  readonly importId: string;
  readonly actor: string;
  readonly action: string;
  readonly detail?: Json;
}

/** Keeps who asked what of an import. In the transaction of what was asked, so that neither stands alone. */
export async function addAuditEntry(tx: Db, entry: AuditEntry): Promise<void> {
  await tx.query(
    `INSERT INTO audit_entry (id, project_id, import_id, actor, action, detail) VALUES ($1, $2, $3, $4, $5, $6::jsonb)`,
    [
      uuidv7(),
      entry.projectId,
      entry.importId,
      entry.actor,
      entry.action,
      entry.detail === undefined ? null : JSON.stringify(entry.detail),
    ],
  );
}
