import type { Message } from '../../messages/message.ts';
import { messageJson } from '../../messages/stored.ts';
import type { Db } from '../../sdk/records.ts';
import type { Database } from '../model/context.ts';
import type { RecordHistoryEntry } from '../model/provenance.ts';

import type { UndoCounts } from '../model/requests.ts';
import { notifyChange } from './progress.ts';

/**
 * Lists the records that an undo has to see to: those that the import created or changed, or, when it was undone
 * before, those that were kept or errored then; how many.
 */
export async function prepareUndo(tx: Db, importId: string): Promise<number> {
  await tx.query(
    `INSERT INTO undo_entry (import_id, record_type, record_id)
     SELECT DISTINCT $1::uuid, record_type, record_id FROM provenance
      WHERE import_id = $1 AND outcome IN ('CREATED', 'UPDATED')
     ON CONFLICT (import_id, record_type, record_id) DO UPDATE SET result = NULL, reason = NULL WHERE undo_entry.result <> 'REVERSED'`,
    [importId],
  );
  const [row] = await tx.query<{ count: number }>(
    `UPDATE import
        SET phase = 'UNDO', percent = 0, phase_rows_done = 0, undo_at = now(), phase_rows = (
              SELECT count(*) FROM undo_entry WHERE import_id = $1 AND result IS NULL)
      WHERE id = $1 RETURNING phase_rows AS count`,
    [importId],
  );
  return row?.count ?? 0;
}

/** Records of one type, whose ids tell them apart. */
export interface UndoRange {
  readonly recordType: string;
  readonly recordIds: readonly string[];
}

/** A record that an import created or changed, with what it did to it and whether somebody came after. */
export interface UndoCandidate {
  readonly recordType: string;
  readonly recordId: string;
  readonly entries: readonly RecordHistoryEntry[];
  /** Another import, neither undone nor a dry run, touched it after this one did. */
  readonly changedSince: boolean;
}

/**
 * The next records, of one type and in id order, that an undo has not seen to yet: the importer's own before those that
 * it made in passing, to which they refer.
 */
export async function readUndoRange(
  tx: Db,
  importId: string,
  ownType: string,
  limit: number,
): Promise<UndoCandidate[]> {
  const rows = await tx.query<FoundRecord>(
    `SELECT record_type AS "recordType", record_id AS "recordId" FROM undo_entry
      WHERE import_id = $1 AND result IS NULL ORDER BY record_type <> $3, record_type, record_id LIMIT $2`,
    [importId, limit, ownType],
  );
  const [range] = rangesOf(rows);
  return range ? readUndoCandidates(tx, importId, range) : [];
}

interface FoundRecord {
  readonly recordType: string;
  readonly recordId: string;
}

function rangesOf(rows: readonly FoundRecord[]): UndoRange[] {
  return [...Map.groupBy(rows, (row) => row.recordType)].map(([recordType, own]) => ({
    recordType,
    recordIds: own.map((row) => row.recordId),
  }));
}

/** What an undo has to know of these records. */
export async function readUndoCandidates(
  db: Db,
  importId: string,
  { recordType, recordIds }: UndoRange,
): Promise<UndoCandidate[]> {
  if (recordIds.length === 0) return [];
  return db.query<UndoCandidate>(
    `SELECT $3::text AS "recordType", own.record_id AS "recordId",
            json_agg(json_build_object('outcome', own.outcome, 'changes', own.changes) ORDER BY own.seq) AS entries,
            EXISTS (SELECT FROM provenance later JOIN import ON import.id = later.import_id
                     WHERE later.record_id = own.record_id AND later.record_type = $3 AND later.seq > min(own.seq) AND later.import_id <> $1
                       AND import.status <> 'UNDONE' AND NOT import.dry_run) AS "changedSince"
       FROM provenance own
      WHERE own.record_id = ANY($2::text[]) AND own.record_type = $3 AND own.import_id = $1
        AND own.outcome IN ('CREATED', 'UPDATED')
      GROUP BY own.record_id ORDER BY own.record_id`,
    [importId, recordIds, recordType],
  );
}

export interface UndoResult {
  readonly recordType: string;
  readonly recordId: string;
  readonly result: 'REVERSED' | 'KEPT' | 'ERRORED';
  readonly reason: Message | null;
}

/**
 * Keeps what became of a range of records. Its last statement is the undo's cursor check: false when the import is no
 * longer being undone or another worker saw to these records; then the transaction must roll back.
 */
export async function advanceUndo(tx: Db, importId: string, results: readonly UndoResult[]): Promise<boolean> {
  const seen = await tx.query(
    `UPDATE undo_entry SET result = seen.result::undo_result, reason = seen.reason::jsonb
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS seen(record_type, record_id, result, reason)
      WHERE undo_entry.import_id = $1 AND undo_entry.record_type = seen.record_type
        AND undo_entry.record_id = seen.record_id AND undo_entry.result IS NULL
  RETURNING undo_entry.record_id`,
    [
      importId,
      results.map((entry) => entry.recordType),
      results.map((entry) => entry.recordId),
      results.map((entry) => entry.result),
      results.map((entry) => messageJson(entry.reason)),
    ],
  );
  if (seen.length !== results.length) return false;
  const [moved] = await tx.query<{ projectId: string; revision: number }>(
    `UPDATE import
        SET phase_rows_done = phase_rows_done + $2, percent = 100.0 * (phase_rows_done + $2) / phase_rows,
            revision = revision + 1, updated_at = now()
      WHERE id = $1 AND status = 'UNDOING' RETURNING project_id AS "projectId", revision`,
    [importId, results.length],
  );
  if (!moved) return false;
  await notifyChange(tx, { id: importId, ...moved });
  return true;
}

/** How many records an import's undo reversed, kept and errored. */
export async function countUndone(db: Db, importId: string): Promise<UndoCounts> {
  const [counts] = await db.query<UndoCounts>(
    `SELECT (count(*) FILTER (WHERE result = 'REVERSED'))::int AS reversed,
            (count(*) FILTER (WHERE result = 'KEPT'))::int AS kept,
            (count(*) FILTER (WHERE result = 'ERRORED'))::int AS errored
       FROM undo_entry WHERE import_id = $1`,
    [importId],
  );
  return counts ?? { reversed: 0, kept: 0, errored: 0 };
}

/**
 * Goes through the records that an undo of the import would be about, `range` at a time in the order of types and ids,
 * at one moment of the database and without holding their ids in memory.
 */
export async function withUndoable(
  database: Database,
  importId: string,
  range: number,
  visit: (tx: Db, records: UndoRange) => Promise<void>,
): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(importId)) return;
  await database.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // A cursor's query takes no parameters in every version; the id is checked above.
    await tx.query(`DECLARE undoable NO SCROLL CURSOR FOR
      SELECT DISTINCT record_type AS "recordType", record_id AS "recordId" FROM provenance
       WHERE import_id = '${importId}' AND outcome IN ('CREATED', 'UPDATED')
         AND NOT EXISTS (SELECT FROM undo_entry WHERE undo_entry.import_id = '${importId}'
                            AND undo_entry.record_type = provenance.record_type
                            AND undo_entry.record_id = provenance.record_id AND result = 'REVERSED')
       ORDER BY record_type, record_id`);
    for (;;) {
      const rows = await tx.query<FoundRecord>(`FETCH ${range} FROM undoable`);
      if (rows.length === 0) return;
      for (const records of rangesOf(rows)) await visit(tx, records);
    }
  });
}

/** The next records above `after`, in id order, that an import touched without creating or changing them. */
export async function readUnchangedOnly(
  db: Db,
  importId: string,
  recordType: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ recordId: string }>(
    `SELECT DISTINCT record_id AS "recordId" FROM provenance
      WHERE import_id = $1 AND record_type = $4 AND record_id > $2
        AND NOT EXISTS (SELECT FROM undo_entry WHERE import_id = $1 AND record_type = $4
                           AND undo_entry.record_id = provenance.record_id)
      ORDER BY record_id LIMIT $3`,
    [importId, after, limit, recordType],
  );
  return rows.map((row) => row.recordId);
}
