import type { Db } from '../../sdk/records.ts';

/**
 * Lists the records that an undo has to see to: those that the import created or changed, or, when it was undone
 * before, those that were kept or errored then; how many.
 */
export async function layOutUndo(tx: Db, importId: string): Promise<number> {
  await tx.query(
    `INSERT INTO undo_entry (import_id, record_id)
     SELECT DISTINCT $1::uuid, record_id FROM provenance WHERE import_id = $1 AND outcome IN ('CREATED', 'UPDATED')
     ON CONFLICT (import_id, record_id) DO UPDATE SET result = NULL, reason = NULL WHERE undo_entry.result <> 'REVERSED'`,
    [importId],
  );
  const [row] = await tx.query<{ count: number }>(
    `UPDATE import
        SET phase = 'UNDO', percent = 0, phase_rows_done = 0, undo_at = now(), phase_rows = (
              SELECT count(*) FROM undo_entry WHERE import_id = $1 AND result IS NULL)
      WHERE id = $1 RETURNING phase_rows AS count`,
    [importId],
  );
  return row?.count ?? 0;
}
