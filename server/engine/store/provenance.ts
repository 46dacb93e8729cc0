import type { Db, RecordScope } from '../../sdk/records.ts';
import type { ProvenanceEntry } from '../model/provenance.ts';

/** Keeps which rows touched which records, in the order of importRun. */
export async function saveProvenance(
  tx: Db,
  scope: RecordScope,
  recordType: string,
  entries: readonly ProvenanceEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `INSERT INTO provenance (import_id, record_type, record_id, row_number, outcome, changes, kept, warnings)
     SELECT $1, $2, record_id, row_number, outcome::record_outcome, changes::json, kept::json,
            string_to_array(warnings, ' ')
       FROM unnest($3::text[], $4::int[], $5::text[], string_to_array($6, E'\\n', ''),
                   string_to_array($7, E'\\n', ''), string_to_array($8, E'\\n', ''))
            WITH ORDINALITY AS entry(record_id, row_number, outcome, changes, kept, warnings, position)
      ORDER BY position`,
    [
      scope.importId,
      recordType,
      entries.map((entry) => entry.recordId),
      entries.map((entry) => entry.rowNumber),
      entries.map((entry) => entry.outcome),
      // One text: as items of an array, each of their many quotes would have to be escaped. JSON has no line breaks.
      entries.map((entry) => entry.changes ?? '').join('\n'),
      entries.map((entry) => entry.kept ?? '').join('\n'),
      entries.map((entry) => entry.warnings.join(' ')).join('\n'),
    ],
  );
}
