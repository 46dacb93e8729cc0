import type { Db } from '../../sdk/records.ts';

/**
 * How many more imports of this one's project may begin, held until the transaction ends: who begins one and who ends
 * one come here first, so that no place is given twice and none is left empty. `atOnce` is for projects without a
 * number of their own; null, from either, is no limit. Take the import's own row before.
 */
export async function lockPlaces(tx: Db, importId: string, atOnce: number | null): Promise<number | null> {
  // The second number keeps this apart from the lanes' locks.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended(project_id, 1)) FROM import WHERE id = $1', [importId]);
  // A statement of its own: it must see what was committed while the lock was waited for.
  const [found] = await tx.query<{ free: number | null }>(
    `SELECT coalesce(project.imports_at_once, $2::int) -
              (SELECT count(*)::int FROM import WHERE project_id = project.id AND status = 'RUNNING') AS free
       FROM project WHERE id = (SELECT project_id FROM import WHERE id = $1)`,
    [importId, atOnce],
  );
  return found?.free ?? null;
}
