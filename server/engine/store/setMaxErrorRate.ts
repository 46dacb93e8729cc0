import type { Db } from '../../sdk/records.ts';

export async function setMaxErrorRate(tx: Db, importId: string, maxErrorRate: number): Promise<void> {
  await tx.query('UPDATE import SET max_error_rate = $2 WHERE id = $1', [importId, maxErrorRate]);
}
