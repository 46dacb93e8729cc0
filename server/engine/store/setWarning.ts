import type { Db } from '../../sdk/records.ts';
import type { ReportedWarning } from '../../sdk/resolution.ts';

/** Says a warning about the import as a whole, in place of what was said under its code before. */
export async function setWarning(tx: Db, importId: string, { code, message, count }: ReportedWarning): Promise<void> {
  if (count === 0) {
    await tx.query(`DELETE FROM import_warning WHERE import_id = $1 AND code = $2 AND "column" = ''`, [importId, code]);
    return;
  }
  await tx.query(
    `INSERT INTO import_warning (import_id, code, "column", message, count) VALUES ($1, $2, '', $3, $4)
     ON CONFLICT (import_id, code, "column") DO UPDATE SET message = excluded.message, count = excluded.count`,
    [importId, code, message, count],
  );
}
