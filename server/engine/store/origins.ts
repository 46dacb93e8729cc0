import type { RowError } from '../../sdk/errors.ts';
import type { Db } from '../../sdk/records.ts';
import type { RowOrigin } from '../../sources/types.ts';
import type { AttemptedRow, ChangedOrigin, ReimportedRow } from '../model/failedRow.ts';
import type { ImportStatus } from '../model/import.ts';
import { countErrors, uncountErrors } from './errorGroups.ts';
import { notifyChange } from './progress.ts';

interface Closed {
  readonly id: string;
  readonly importId: string;
  readonly wasOpen: boolean;
  readonly isGood: boolean;
  /** Null for a row further back, which has gone on to another import than this one. */
  readonly row: number | null;
  readonly errors: readonly RowError[];
}

/**
 * Closes the failed rows that rows of this import came back from: resolved, and counted as skipped, where the row is
 * good now, with all that they themselves came back from; else discarded, since from now on the row is open here.
 * Leaves alone what somebody resolved or discarded, dry runs, and imports that are taken back.
 */
export async function resolveOrigins(
  tx: Db,
  importId: string,
  rows: readonly ReimportedRow[],
): Promise<ChangedOrigin[]> {
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
async function lockOrigins(tx: Db, importId: string, rows: readonly ReimportedRow[]): Promise<Closed[]> {
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
  readonly errors: readonly RowError[];
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
    reopened.push(...(await recountReopened(tx, id, own)));
  }
  return reopened;
}

/** Whether nothing stands of what the row became in the import that is undone. */
const IS_GONE = `(
          EXISTS (SELECT FROM failed_row AS there
                   WHERE there.import_id = $1 AND there.row_number = failed_row.moved_row AND there.status = 'OPEN')
          OR EXISTS (SELECT FROM provenance
                       JOIN undo_entry ON undo_entry.import_id = provenance.import_id
                                      AND undo_entry.record_type = provenance.record_type
                                      AND undo_entry.record_id = provenance.record_id AND result = 'REVERSED'
                      WHERE provenance.import_id = $1 AND provenance.row_number = failed_row.moved_row
                        AND outcome IN ('CREATED', 'UPDATED')))`;

async function recountReopened(tx: Db, id: string, rows: readonly Reopened[]): Promise<ReopenedOrigin[]> {
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

/** A failed row that a file of failed rows names. */
export interface Original extends AttemptedRow {
  readonly importId: string;
  readonly rowNumber: number;
  readonly errors: readonly RowError[];
}

/** Those of the named failed rows that this project has. */
export async function readOriginals(db: Db, projectId: string, origins: readonly RowOrigin[]): Promise<Original[]> {
  if (origins.length === 0) return [];
  return db.query<Original>(
    `SELECT failed_row.import_id AS "importId", failed_row.row_number AS "rowNumber", failed_row."values", corrected,
            errors, import.source_columns AS columns
       FROM (SELECT DISTINCT import_id, row_number FROM unnest($2::uuid[], $3::int[]) AS given(import_id, row_number)) named
       JOIN import ON import.id = named.import_id AND import.project_id = $1
       JOIN failed_row ON failed_row.import_id = named.import_id AND failed_row.row_number = named.row_number`,
    [projectId, origins.map(({ importId }) => importId), origins.map(({ row }) => row)],
  );
}
