import type { Db } from '../../sdk/records.ts';
import type { RecordTouch } from '../reversal.ts';

/** A record that an import created or changed, with what it did to it and whether somebody came after. */
export interface UndoCandidate {
  readonly recordId: string;
  readonly touches: readonly RecordTouch[];
  /** Another import, neither undone nor a dry run, touched it after this one did. */
  readonly touchedSince: boolean;
}

/** The next records, in id order, that an undo has not seen to yet. */
export async function readUndoRange(tx: Db, importId: string, limit: number): Promise<UndoCandidate[]> {
  const rows = await tx.query<{ recordId: string }>(
    `SELECT record_id AS "recordId" FROM undo_entry
      WHERE import_id = $1 AND result IS NULL ORDER BY record_id LIMIT $2`,
    [importId, limit],
  );
  return readUndoCandidates(
    tx,
    importId,
    rows.map((row) => row.recordId),
  );
}

/** What an undo has to know of these records. */
export async function readUndoCandidates(
  db: Db,
  importId: string,
  recordIds: readonly string[],
): Promise<UndoCandidate[]> {
  if (recordIds.length === 0) return [];
  return db.query<UndoCandidate>(
    `SELECT own.record_id AS "recordId",
            json_agg(json_build_object('outcome', own.outcome, 'changes', own.changes) ORDER BY own.seq) AS touches,
            EXISTS (SELECT FROM provenance later JOIN import ON import.id = later.import_id
                     WHERE later.record_id = own.record_id AND later.seq > min(own.seq) AND later.import_id <> $1
                       AND import.status <> 'UNDONE' AND NOT import.dry_run) AS "touchedSince"
       FROM provenance own
      WHERE own.record_id = ANY($2::uuid[]) AND own.import_id = $1 AND own.outcome IN ('CREATED', 'UPDATED')
      GROUP BY own.record_id ORDER BY own.record_id`,
    [importId, recordIds],
  );
}
