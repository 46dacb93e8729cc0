import type { Db } from '../../sdk/records.ts';
import { assessImport } from '../assessImport.ts';
import { concludeImport, type Ending } from '../concludeImport.ts';
import { addAuditEntry } from '../store/addAuditEntry.ts';
import { moveImport } from '../store/moveImport.ts';
import { reopenOrigins } from '../store/reopenOrigins.ts';
import { type CameBack, settleOrigins } from '../store/settleOrigins.ts';

/**
 * In the transaction that gives returned rows their outcome: closes the failed rows that they came from. A row is open
 * in one import only: one that fails again has gone on to the new one, and the old one, which never got it in, keeps it
 * as discarded, so that it is COMPLETED only once the row is good somewhere.
 */
export async function settleReturned(
  context: Ending,
  tx: Db,
  importId: string,
  rows: readonly CameBack[],
): Promise<void> {
  if (rows.length === 0) return;
  for (const { id, projectId, status, failed, discarded } of await settleOrigins(tx, importId, rows)) {
    if (status !== 'COMPLETED_WITH_ERRORS') continue;
    if (failed + discarded > 0) await assessImport(context, tx, id);
    else {
      await moveImport(tx, id, 'settle');
      await concludeImport(context, tx, id, 'settle');
      const detail = { import: importId };
      await addAuditEntry(tx, { projectId, importId: id, actor: 'sluice', action: 'ROWS_CAME_BACK', detail });
    }
  }
}

/** In the transaction that ends an undo: opens those failed rows again of which nothing stands any more. */
export async function reopenReturned(context: Ending, tx: Db, importId: string): Promise<void> {
  for (const { id, projectId, status, rows } of await reopenOrigins(tx, importId)) {
    if (status === 'COMPLETED') await moveImport(tx, id, 'reopen');
    if (status === 'COMPLETED' || status === 'COMPLETED_WITH_ERRORS') await assessImport(context, tx, id);
    const detail = { rows, import: importId };
    await addAuditEntry(tx, { projectId, importId: id, actor: 'sluice', action: 'ROWS_OPEN_AGAIN', detail });
  }
}
