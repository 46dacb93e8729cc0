import { message } from '../../messages/catalogue.ts';
import type { Db } from '../../sdk/records.ts';
import { runInline, waitForEnd } from '../apply/runInline.ts';
import { retriedRow } from '../failedRows/retriedRow.ts';
import type { EngineContext } from '../model/context.ts';
import { Conflict } from '../model/errors.ts';
import type { ImportState } from '../model/import.ts';
import type { RetryRows, Selection } from '../model/requests.ts';
import { packRows } from '../model/rows.ts';
import { mayRetryRows } from '../model/status.ts';
import { rowsRemoved } from '../plan/importRows.ts';
import { SYNC_ROWS } from '../plan/mode.ts';
import { addAuditEntry } from '../store/auditTrail.ts';
import { appendRetry } from '../store/chunks.ts';
import { selectRowsToRetry } from '../store/failedRows.ts';
import { beginPhase, moveImport } from '../store/status.ts';
import { checkColumns, checkSelection } from './checkSelection.ts';

import { lockImport } from './lockImport.ts';

/**
 * Sends open failed rows through again, corrected or as they are, behind all chunks that are stored. They stay
 * failed until their new outcome commits. Rows that are resolved or discarded by now are left alone, and so
 * are those that wait to be tried again already, unless they are corrected.
 */
export async function retryFailedRows(
  context: EngineContext,
  actor: string,
  id: string,
  input: RetryRows,
): Promise<void> {
  const selection = checkSelection(input.filter, input.corrections);
  const isInline = await context.database.transaction(async (tx) => {
    const state = await lockImport(tx, id);
    if (!mayRetryRows(state.status)) throw refusal(state);
    // What its other rows would have written is gone with them.
    if (state.dryRun && !state.rowsKept) throw new Conflict(rowsRemoved(id));
    const atRest = state.status === 'COMPLETED_WITH_ERRORS';
    const count = await storeRetryChunks(tx, state, selection);
    if (count === 0) return false;
    if (atRest) await beginPhase(tx, id, 'RETRY', count);
    const detail = { rows: count, corrected: selection.corrections.size };
    await addAuditEntry(tx, { projectId: state.projectId, importId: id, actor, action: 'RETRY_ROWS', detail });
    if (atRest) await moveImport(tx, id, 'retry');
    const inline = atRest && count <= SYNC_ROWS;
    if (!inline) await context.jobs.wake(tx, 'chunks', id);
    return inline;
  });
  if (!isInline) return;
  await runInline(context, id);
  await waitForEnd(context.database, id);
}

function refusal({ status }: ImportState): Conflict {
  const stopped = ['PAUSED', 'CANCELLED', 'FAILED'].includes(status);
  const advice = stopped ? message('RESUME_FIRST') : message('TAKEN_BACK');
  return new Conflict(message('NOT_TO_RETRY', { status, advice }));
}

/** Lays the selected rows down in chunks of the import's size; how many rows. Under the import row's lock. */
export async function storeRetryChunks(
  tx: Db,
  state: ImportState,
  { filter, corrections }: Selection,
): Promise<number> {
  let count = 0;
  for (let after = 0; ; ) {
    const page = { after, limit: state.chunkSize };
    const open = await selectRowsToRetry(tx, state.id, filter, page, [...corrections.keys()]);
    const [first, last] = [open[0], open.at(-1)];
    if (!first || !last) return count;
    const rows = open.map((row) => {
      const correction = corrections.get(row.rowNumber);
      if (correction) checkColumns(row.values, state.sourceColumns, row.rowNumber, correction);
      return retriedRow(row, state.sourceColumns, correction);
    });
    const packed = await packRows(rows);
    await appendRetry(tx, state.id, {
      firstRow: first.rowNumber,
      lastRow: last.rowNumber,
      rowNumbers: rows.map(({ number }) => number),
      rows: packed,
    });
    count += rows.length;
    after = last.rowNumber;
  }
}
