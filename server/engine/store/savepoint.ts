import type { Db } from '../../sdk/records.ts';

// Savepoints of the same name nest: the newest one is meant, and releasing it uncovers the one before.

export async function setSavepoint(tx: Db): Promise<void> {
  await tx.query('SAVEPOINT rows');
}

export async function releaseSavepoint(tx: Db): Promise<void> {
  await tx.query('RELEASE SAVEPOINT rows');
}

/** Undoes what came after the savepoint and leaves it standing, for what comes next. */
export async function rollbackToSavepoint(tx: Db): Promise<void> {
  await tx.query('ROLLBACK TO SAVEPOINT rows');
}
