import type { Db, RecordScope } from '../../sdk/records.ts';

/**
 * One chunk at a time over the records of a project and importer, until the transaction ends: imports over the same
 * records interleave by whole chunks, and no two of them deadlock.
 */
export async function lockLane(tx: Db, scope: RecordScope, importerName: string, dryRun: boolean): Promise<void> {
  // A dry run keeps nobody from real work, only its own lanes from each other.
  const key = dryRun ? scope.importId : `${scope.projectId}/${importerName}`;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}
