import type { Db } from '../../sdk/records.ts';

/** From now on the import's plan is worked in the line of long plans only. */
export async function markLongPlan(tx: Db, importId: string): Promise<void> {
  await tx.query('UPDATE import SET long_plan = true WHERE id = $1', [importId]);
}
