import type { RecordOutcome } from '../../generated/prisma/enums.ts';
import type { Json } from '../../sdk/json.ts';
import type { Db } from '../../sdk/records.ts';

/** What a row did to one record. */
export interface ProvenanceEntry {
  readonly rowNumber: number;
  readonly recordId: string;
  readonly outcome: RecordOutcome;
  /** Field to [before, after]; null where nothing changed. */
  readonly changes: Readonly<Record<string, readonly [Json, Json]>> | null;
}

/** In the order of the source. */
export function readProvenance(db: Db, importId: string): Promise<ProvenanceEntry[]> {
  return db.query<ProvenanceEntry>(
    `SELECT row_number AS "rowNumber", record_id AS "recordId", outcome, changes
       FROM provenance WHERE import_id = $1 ORDER BY row_number, seq`,
    [importId],
  );
}
