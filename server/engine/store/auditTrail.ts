import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../../sdk/records.ts';
import type { AuditEntry } from '../model/auditEntry.ts';

/** Records who did what. In the transaction of what was done, so that neither stands alone. */
export async function addAuditEntry(tx: Db, entry: AuditEntry): Promise<void> {
  const { projectId, importId = null, actor, action, detail } = entry;
  await tx.query(
    `INSERT INTO audit_entry (id, project_id, import_id, actor, action, detail) VALUES ($1, $2, $3, $4, $5, $6::jsonb)`,
    [uuidv7(), projectId, importId, actor, action, detail === undefined ? null : JSON.stringify(detail)],
  );
}
