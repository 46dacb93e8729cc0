import { message } from '../../messages/catalogue.ts';
import type { EngineContext } from '../model/context.ts';
import { Conflict, NotFound } from '../model/errors.ts';
import type { RowFilter } from '../model/failedRow.ts';
import { mayDiscardRows } from '../model/status.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { discardRows } from '../store/failedRows.ts';
import { readImport } from '../store/imports.ts';
import { checkSelection } from './checkSelection.ts';

/** Gives up open failed rows: they are kept, counted as discarded, and not retried any more. No status changes. */
export async function discardFailedRows(
  { database }: EngineContext,
  actor: string,
  id: string,
  filter: RowFilter,
): Promise<void> {
  checkSelection(filter, undefined);
  await database.transaction(async (tx) => {
    // Not locked: a chunk runner that settles these very rows holds them and waits for the import's row.
    const state = await readImport(tx, id);
    if (!state) throw new NotFound(message('NO_IMPORT'));
    if (!mayDiscardRows(state)) {
      throw new Conflict(message('NOT_TO_DISCARD', { status: state.status }));
    }
    const rows = await discardRows(tx, id, filter);
    if (rows === 0) return;
    await addAuditEntry(tx, {
      projectId: state.projectId,
      importId: id,
      actor,
      action: 'DISCARD_ROWS',
      detail: { rows },
    });
  });
}
