import type { Db } from '../../sdk/records.ts';
import type { Database } from './database.ts';

/**
 * Goes through the records that an undo of the import would be about, `range` at a time in id order, at one moment of
 * the database and without holding their ids in memory.
 */
export async function withUndoable(
  database: Database,
  importId: string,
  range: number,
  visit: (tx: Db, recordIds: readonly string[]) => Promise<void>,
): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(importId)) return;
  await database.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // A cursor's query takes no parameters in every version; the id is checked above.
    await tx.query(`DECLARE undoable NO SCROLL CURSOR FOR
      SELECT DISTINCT record_id AS "recordId" FROM provenance
       WHERE import_id = '${importId}' AND outcome IN ('CREATED', 'UPDATED')
         AND NOT EXISTS (SELECT FROM undo_entry WHERE undo_entry.import_id = '${importId}'
                            AND undo_entry.record_id = provenance.record_id AND result = 'REVERSED')
       ORDER BY record_id`);
    for (;;) {
      const rows = await tx.query<{ recordId: string }>(`FETCH ${range} FROM undoable`);
      if (rows.length === 0) return;
      await visit(
        tx,
        rows.map((row) => row.recordId),
      );
    }
  });
}
