import type { Db } from '../../sdk/records.ts';
import { assessImport, completeImport, type Ending } from '../apply/endImport.ts';
import type { ReimportedRow } from '../model/failedRow.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { reopenOrigins, resolveOrigins } from '../store/origins.ts';
import { moveImport } from '../store/status.ts';

/**
 * In the transaction that gives returned rows their outcome: closes the failed rows that they came from. A row is open
 * in one import only: one that fails again has gone on to the new one, and the old one, which never got it in, keeps it
 * as discarded, so that it is COMPLETED only once the row is good somewhere.
 */
export async function resolveReimported(
  context: Ending,
  tx: Db,
  importId: string,
  rows: readonly ReimportedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  for (const { id, projectId, status, failed, discarded } of await resolveOrigins(tx, importId, rows)) {
    if (status !== 'COMPLETED_WITH_ERRORS') continue;
    if (failed + discarded > 0) await assessImport(context, tx, id);
    else {
      await moveImport(tx, id, 'completeByReimport');
      await completeImport(context, tx, id, 'completeByReimport');
      const detail = { import: importId };
      await addAuditEntry(tx, { projectId, importId: id, actor: 'sluice', action: 'ROWS_REIMPORTED', detail });
    }
  }
}

/** In the transaction that ends an undo: opens those failed rows again of which nothing stands any more. */
export async function reopenReimported(context: Ending, tx: Db, importId: string): Promise<void> {
  for (const { id, projectId, status, rows } of await reopenOrigins(tx, importId)) {
    if (status === 'COMPLETED') await moveImport(tx, id, 'reopen');
    if (status === 'COMPLETED' || status === 'COMPLETED_WITH_ERRORS') await assessImport(context, tx, id);
    const detail = { rows, import: importId };
    await addAuditEntry(tx, { projectId, importId: id, actor: 'sluice', action: 'ROWS_OPEN_AGAIN', detail });
  }
}
