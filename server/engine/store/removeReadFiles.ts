import type { Db } from '../../sdk/records.ts';

/**
 * Removes the bytes that came with requests and are laid down in their import's chunks, and those of imports whose rows
 * were removed for their age. How many.
 */
export async function removeReadFiles(db: Db): Promise<number> {
  const removed = await db.query(
    `DELETE FROM stored_file USING import
      WHERE import.project_id = stored_file.project_id AND (import.planned OR NOT import.rows_kept)
        AND import.source->>'kind' = 'stored' AND import.source->>'fileId' = stored_file.id::text
  RETURNING stored_file.id`,
  );
  return removed.length;
}
