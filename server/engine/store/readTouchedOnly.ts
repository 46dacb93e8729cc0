import type { Db } from '../../sdk/records.ts';

/** The next records above `after`, in id order, that an import touched without creating or changing them. */
export async function readTouchedOnly(db: Db, importId: string, after: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ recordId: string }>(
    `SELECT DISTINCT record_id AS "recordId" FROM provenance
      WHERE import_id = $1 AND record_id > $2::uuid
        AND NOT EXISTS (SELECT FROM undo_entry WHERE import_id = $1 AND undo_entry.record_id = provenance.record_id)
      ORDER BY record_id LIMIT $3`,
    [importId, after, limit],
  );
  return rows.map((row) => row.recordId);
}
