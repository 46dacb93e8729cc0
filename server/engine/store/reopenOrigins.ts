import type { Db } from '../../sdk/records.ts';
import type { ImportStatus } from '../engine.ts';
import type { PlacedFault } from '../prepare.ts';
import { countErrors } from './countErrors.ts';
import { notifyChange } from './notify.ts';

/** An earlier import some of whose rows are open again. */
export interface ReopenedOrigin {
  readonly id: string;
  readonly projectId: string;
  readonly status: ImportStatus;
  readonly rows: number;
}

interface Reopened {
  readonly id: string;
  readonly importId: string;
  readonly wasResolved: boolean;
  /** False for a row further back: it has still gone on to another import, and is not good any more. */
  readonly isOpen: boolean;
  readonly errors: readonly PlacedFault[];
}

/**
 * After the undo of an import: opens the failed rows again that had come back in it, where the undo took their records
 * back or where they had failed there once more. What stands by now, because the undo kept it or because it stood
 * before, stays resolved.
 */
export async function reopenOrigins(tx: Db, importId: string): Promise<ReopenedOrigin[]> {
  const rows = await tx.query<Reopened>(
    `WITH RECURSIVE again AS (
       SELECT id, origin_import_id, origin_row, status = 'RESOLVED' AS resolved, true AS open
         FROM failed_row
        WHERE moved_import_id = $1 AND status <> 'OPEN' AND ${IS_GONE}
       UNION
       SELECT failed_row.id, failed_row.origin_import_id, failed_row.origin_row, true, false
         FROM again
         JOIN failed_row ON failed_row.import_id = again.origin_import_id AND failed_row.row_number = again.origin_row
        WHERE again.resolved AND failed_row.status = 'RESOLVED' AND failed_row.moved_import_id IS NOT NULL)
     SELECT failed_row.id, failed_row.import_id AS "importId", failed_row.status = 'RESOLVED' AS "wasResolved",
            again.open AS "isOpen", errors
       FROM again JOIN failed_row ON failed_row.id = again.id
       JOIN import ON import.id = failed_row.import_id
      WHERE NOT import.dry_run AND import.status NOT IN ('UNDOING', 'UNDONE')
      ORDER BY failed_row.import_id, failed_row.row_number FOR UPDATE OF failed_row`,
    [importId],
  );
  if (rows.length === 0) return [];
  await tx.query(
    `UPDATE failed_row
        SET status = CASE WHEN again.open THEN 'OPEN' ELSE 'DISCARDED' END::failed_row_status,
            moved_import_id = CASE WHEN again.open THEN NULL ELSE moved_import_id END,
            moved_row = CASE WHEN again.open THEN NULL ELSE moved_row END, updated_at = now()
       FROM unnest($1::uuid[], $2::bool[]) AS again(id, open) WHERE failed_row.id = again.id`,
    [rows.map(({ id }) => id), rows.map(({ isOpen }) => isOpen)],
  );
  const reopened: ReopenedOrigin[] = [];
  for (const [id, own] of [...Map.groupBy(rows, (row) => row.importId)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    reopened.push(...(await recount(tx, id, own)));
  }
  return reopened;
}

/** Whether nothing stands of what the row became in the import that is undone. */
const IS_GONE = `(
          EXISTS (SELECT FROM failed_row AS there
                   WHERE there.import_id = $1 AND there.row_number = failed_row.moved_row AND there.status = 'OPEN')
          OR EXISTS (SELECT FROM provenance
                       JOIN undo_entry ON undo_entry.import_id = provenance.import_id
                                      AND undo_entry.record_id = provenance.record_id AND result = 'REVERSED'
                      WHERE provenance.import_id = $1 AND provenance.row_number = failed_row.moved_row
                        AND outcome IN ('CREATED', 'UPDATED')))`;

async function recount(tx: Db, id: string, rows: readonly Reopened[]): Promise<ReopenedOrigin[]> {
  const open = rows.filter(({ isOpen }) => isOpen);
  await countErrors(
    tx,
    id,
    open.map(({ errors }) => errors),
  );
  const resolved = rows.filter(({ wasResolved }) => wasResolved).length;
  const changed = await tx.query<ReopenedOrigin & { readonly revision: number }>(
    `UPDATE import
        SET failed = failed + $2, skipped = skipped - $3, discarded = discarded + $3 - $2,
            revision = revision + 1, updated_at = now()
      WHERE id = $1 RETURNING id, project_id AS "projectId", revision, status, $2::int AS rows`,
    [id, open.length, resolved],
  );
  for (const row of changed) await notifyChange(tx, row);
  return changed;
}
