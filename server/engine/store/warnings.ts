import { messageJson, reasonAlone } from '../../messages/stored.ts';
import type { Db } from '../../sdk/records.ts';
import type { ReportedWarning } from '../../sdk/reference/resolution.ts';
import type { Warning } from '../model/warning.ts';

/** Adds warnings to the import's, counting those of the same code and column; the first one's parameters stay. */
export async function addWarnings(tx: Db, importId: string, warnings: readonly Warning[]): Promise<void> {
  if (warnings.length === 0) return;
  const groups = new Map<string, { warning: Warning; count: number }>();
  for (const warning of warnings) {
    const key = `${warning.code}\n${warning.column ?? ''}`;
    const group = groups.get(key);
    if (group) group.count += warning.count ?? 1;
    else groups.set(key, { warning, count: warning.count ?? 1 });
  }
  // In the order of the key, so that two transactions never wait for each other.
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  await tx.query(
    `INSERT INTO import_warning (import_id, code, "column", reason, count)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::jsonb[], $5::int[])
     ON CONFLICT (import_id, code, "column") DO UPDATE SET count = import_warning.count + excluded.count`,
    [
      importId,
      sorted.map(({ warning }) => warning.code),
      sorted.map(({ warning }) => warning.column ?? ''),
      sorted.map(({ warning }) => messageJson(reasonAlone(warning))),
      sorted.map(({ count }) => count),
    ],
  );
}

/** Says a warning about the import as a whole, in place of what was said under its code before. */
export async function setWarning(tx: Db, importId: string, warning: ReportedWarning): Promise<void> {
  const { code, count } = warning;
  if (count === 0) {
    await tx.query(`DELETE FROM import_warning WHERE import_id = $1 AND code = $2 AND "column" = ''`, [importId, code]);
    return;
  }
  await tx.query(
    `INSERT INTO import_warning (import_id, code, "column", reason, count) VALUES ($1, $2, '', $3::jsonb, $4)
     ON CONFLICT (import_id, code, "column") DO UPDATE SET reason = excluded.reason, count = excluded.count`,
    [importId, code, messageJson(reasonAlone(warning)), count],
  );
}
