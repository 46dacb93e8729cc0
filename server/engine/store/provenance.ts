import type { Db, RecordScope } from '../../sdk/records.ts';
import type { Touch } from '../model/provenance.ts';

/** Keeps which rows touched which records, in the order of application. */
export async function saveProvenance(
  tx: Db,
  scope: RecordScope,
  recordType: string,
  touches: readonly Touch[],
): Promise<void> {
  if (touches.length === 0) return;
  await tx.query(
    `INSERT INTO provenance (import_id, record_type, record_id, row_number, outcome, changes, kept, warnings)
     SELECT $1, $2, record_id, row_number, outcome::record_outcome, changes::json, kept::json,
            string_to_array(warnings, ' ')
       FROM unnest($3::uuid[], $4::int[], $5::text[], string_to_array($6, E'\\n', ''),
                   string_to_array($7, E'\\n', ''), string_to_array($8, E'\\n', ''))
            WITH ORDINALITY AS touch(record_id, row_number, outcome, changes, kept, warnings, position)
      ORDER BY position`,
    [
      scope.importId,
      recordType,
      touches.map((touch) => touch.recordId),
      touches.map((touch) => touch.rowNumber),
      touches.map((touch) => touch.outcome),
      // One text: as items of an array, each of their many quotes would have to be escaped. JSON has no line breaks.
      touches.map((touch) => touch.changes ?? '').join('\n'),
      touches.map((touch) => touch.kept ?? '').join('\n'),
      touches.map((touch) => touch.warnings.join(' ')).join('\n'),
    ],
  );
}
