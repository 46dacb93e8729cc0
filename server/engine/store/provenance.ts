import type { Db, RecordFields, RecordScope, StoredRecord } from '../../sdk/records.ts';
import type { ProvenanceEntry } from '../model/provenance.ts';

/** Keeps which rows touched which records, in the order of importRun. */
export async function saveProvenance(
  tx: Db,
  scope: RecordScope,
  recordType: string,
  entries: readonly ProvenanceEntry[],
  { related }: { readonly related: boolean } = { related: false },
): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `INSERT INTO provenance (import_id, record_type, record_id, row_number, outcome, changes, kept, warnings, related)
     SELECT $1, $2, record_id, row_number, outcome::record_outcome, changes::json, kept::json,
            string_to_array(warnings, ' '), $9::boolean
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
      related,
    ],
  );
}

/** Records of another table that a dry run would have made so far. */
export function readForetold(db: Db, importId: string, recordType: string): Promise<StoredRecord<RecordFields>[]> {
  return db.query<StoredRecord<RecordFields>>(
    `SELECT record_id AS id,
            (SELECT coalesce(json_object_agg(field.key, field.value->1), '{}') FROM json_each(changes) field) AS fields
       FROM provenance WHERE import_id = $1 AND record_type = $2 AND related`,
    [importId, recordType],
  );
}
