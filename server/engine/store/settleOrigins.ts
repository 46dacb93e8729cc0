import type { Db } from '../../sdk/records.ts';
import type { RowOrigin } from '../../sources/types.ts';
import type { ImportStatus } from '../engine.ts';
import type { PlacedFault } from '../prepare.ts';
import { uncountErrors } from './countErrors.ts';
import { notifyChange } from './notify.ts';

/** What became of a row that came back from a failed row of an earlier import. */
export interface CameBack {
  readonly origin: RowOrigin;
  /** Its number in the import in which it came back. */
  readonly row: number;
  readonly isGood: boolean;
}

/** An earlier import whose counts changed. */
export interface ChangedOrigin {
  readonly id: string;
  readonly projectId: string;
  readonly status: ImportStatus;
  readonly failed: number;
  readonly discarded: number;
}

interface Closed {
  readonly id: string;
  readonly importId: string;
  readonly wasOpen: boolean;
  readonly isGood: boolean;
  /** Null for a row further back, which has gone on to another import than this one. */
  readonly row: number | null;
  readonly errors: readonly PlacedFault[];
}

/**
 * Closes the failed rows that rows of this import came back from: resolved, and counted as skipped, where the row is
 * good now, with all that they themselves came back from; else discarded, since from now on the row is open here.
 * Leaves alone what somebody resolved or discarded, dry runs, and imports that are taken back.
 */
export async function settleOrigins(tx: Db, importId: string, rows: readonly CameBack[]): Promise<ChangedOrigin[]> {
  const closed = await lockOrigins(tx, importId, rows);
  if (closed.length === 0) return [];
  await tx.query(
    `UPDATE failed_row
        SET status = CASE WHEN closed.good THEN 'RESOLVED' ELSE 'DISCARDED' END::failed_row_status,
            moved_import_id = CASE WHEN closed.row IS NULL THEN moved_import_id ELSE $1::uuid END,
            moved_row = coalesce(closed.row, moved_row), updated_at = now()
       FROM unnest($2::uuid[], $3::bool[], $4::int[]) AS closed(id, good, row)
      WHERE failed_row.id = closed.id`,
    [importId, closed.map(({ id }) => id), closed.map(({ isGood }) => isGood), closed.map(({ row }) => row)],
  );
  const changed: ChangedOrigin[] = [];
  for (const [id, own] of [...Map.groupBy(closed, (row) => row.importId)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    changed.push(...(await recount(tx, id, own)));
  }
  return changed;
}

/** The rows to close, held until the transaction ends, in the order in which every such transaction takes them. */
async function lockOrigins(tx: Db, importId: string, rows: readonly CameBack[]): Promise<Closed[]> {
  const named = [...Map.groupBy(rows, ({ origin }) => `${origin.importId} ${origin.row}`).values()].flatMap(
    // A row that came back twice is good if either is.
    (same) => same.find(({ isGood }) => isGood) ?? same.slice(0, 1),
  );
  return tx.query<Closed>(
    `WITH RECURSIVE back AS (
       SELECT failed_row.id, origin_import_id, origin_row, came.row, came.good
         FROM unnest($2::uuid[], $3::int[], $4::int[], $5::bool[]) AS came(import_id, row_number, row, good)
         JOIN failed_row USING (import_id, row_number)
       UNION
       SELECT failed_row.id, failed_row.origin_import_id, failed_row.origin_row, NULL, true
         FROM back
         JOIN failed_row ON failed_row.import_id = back.origin_import_id AND failed_row.row_number = back.origin_row
        WHERE back.good)
     SELECT failed_row.id, failed_row.import_id AS "importId", failed_row.status = 'OPEN' AS "wasOpen",
            back.good AS "isGood", back.row, failed_row.errors
       FROM back JOIN failed_row ON failed_row.id = back.id
       JOIN import ON import.id = failed_row.import_id
       JOIN import AS own ON own.id = $1 AND own.project_id = import.project_id
                         AND own.importer_name = import.importer_name
      WHERE NOT import.dry_run AND import.status NOT IN ('UNDOING', 'UNDONE')
        AND (failed_row.status = 'OPEN'
             OR (failed_row.status = 'DISCARDED' AND failed_row.moved_import_id IS NOT NULL AND back.good))
      ORDER BY failed_row.import_id, failed_row.row_number FOR UPDATE OF failed_row`,
    [
      importId,
      named.map(({ origin }) => origin.importId),
      named.map(({ origin }) => origin.row),
      named.map(({ row }) => row),
      named.map(({ isGood }) => isGood),
    ],
  );
}

async function recount(tx: Db, id: string, rows: readonly Closed[]): Promise<ChangedOrigin[]> {
  const opened = rows.filter(({ wasOpen }) => wasOpen);
  await uncountErrors(
    tx,
    id,
    opened.map(({ errors }) => errors),
  );
  const good = rows.filter(({ isGood }) => isGood).length;
  const changed = await tx.query<ChangedOrigin & { readonly revision: number }>(
    `UPDATE import
        SET failed = failed - $2, skipped = skipped + $3, discarded = discarded + $2 - $3,
            revision = revision + 1, updated_at = now()
      WHERE id = $1 RETURNING id, project_id AS "projectId", revision, status, failed, discarded`,
    [id, opened.length, good],
  );
  for (const row of changed) await notifyChange(tx, row);
  return changed;
}
