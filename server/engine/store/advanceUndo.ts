import type { Db } from '../../sdk/records.ts';
import { notifyChange } from './notify.ts';

export interface UndoResult {
  readonly recordId: string;
  readonly result: 'REVERSED' | 'KEPT' | 'ERRORED';
  readonly reason: string | null;
}

/**
 * Keeps what became of a range of records. Its last statement is the undo's fence: false when the import is no longer
 * being undone or another worker saw to these records; then the transaction must roll back.
 */
export async function advanceUndo(tx: Db, importId: string, results: readonly UndoResult[]): Promise<boolean> {
  const seen = await tx.query(
    `UPDATE undo_entry SET result = seen.result::undo_result, reason = seen.reason
       FROM unnest($2::uuid[], $3::text[], $4::text[]) AS seen(record_id, result, reason)
      WHERE undo_entry.import_id = $1 AND undo_entry.record_id = seen.record_id AND undo_entry.result IS NULL
  RETURNING undo_entry.record_id`,
    [
      importId,
      results.map((entry) => entry.recordId),
      results.map((entry) => entry.result),
      results.map((entry) => entry.reason),
    ],
  );
  if (seen.length !== results.length) return false;
  const [moved] = await tx.query<{ projectId: string; revision: number }>(
    `UPDATE import
        SET phase_rows_done = phase_rows_done + $2, percent = 100.0 * (phase_rows_done + $2) / phase_rows,
            revision = revision + 1, updated_at = now()
      WHERE id = $1 AND status = 'UNDOING' RETURNING project_id AS "projectId", revision`,
    [importId, results.length],
  );
  if (!moved) return false;
  await notifyChange(tx, { id: importId, ...moved });
  return true;
}
