import type { Db } from '../../sdk/records.ts';
import type { SettledSource } from '../../sources/types.ts';
import type { AppliedMapping } from './readImport.ts';

/** Keeps what the plan found out about the source. Only the first one counts; false for any later one. */
export async function settleSource(
  tx: Db,
  importId: string,
  settled: SettledSource,
  mapping: readonly AppliedMapping[],
): Promise<boolean> {
  const settledNow = await tx.query(
    `UPDATE import
        SET settled = $2::jsonb, source_columns = $3, mapping = $4::jsonb, revision = revision + 1, updated_at = now()
      WHERE id = $1 AND settled IS NULL
  RETURNING id`,
    [importId, JSON.stringify(settled), settled.columns, JSON.stringify(mapping)],
  );
  return settledNow.length > 0;
}
