import type { Db } from '../../sdk/records.ts';

/** The channel on which every process hears that an import changed. */
export const CHANGE_CHANNEL = 'sluice_import';

/** What is said on it. Only ids and a number: a payload may not exceed 8,000 bytes, and listeners read the row. */
export interface Change {
  readonly id: string;
  readonly projectId: string;
  readonly revision: number;
}

/** Tells every process, once the transaction commits. */
export async function notifyChange(tx: Db, change: Change): Promise<void> {
  await tx.query('SELECT pg_notify($1, $2)', [
    CHANGE_CHANNEL,
    JSON.stringify({ id: change.id, projectId: change.projectId, revision: change.revision }),
  ]);
}
