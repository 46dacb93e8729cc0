import type { Message } from '../../messages/message.ts';
import { messageJson, reasonAlone } from '../../messages/stored.ts';
import type { RowError } from '../../sdk/errors.ts';
import type { Db } from '../../sdk/records.ts';
import { toStorableText } from '../../sdk/storable.ts';

/** Longer samples are cut, in UTF-16 units. */
const SAMPLE_LENGTH = 200;

interface Group {
  readonly code: string;
  readonly field: string;
  readonly sampleValue: string | null;
  readonly sampleMessage: Message;
  count: number;
}

/** Counts failed rows by code and field; each row once for each pair. Each item is one row's errors. */
export async function countErrors(tx: Db, importId: string, rows: readonly (readonly RowError[])[]): Promise<void> {
  const groups = groupsOf(rows);
  if (groups.length === 0) return;
  await tx.query(
    `INSERT INTO import_error_group (import_id, code, field, count, sample_value, sample_message)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::jsonb[])
     ON CONFLICT (import_id, code, field) DO UPDATE SET count = import_error_group.count + excluded.count`,
    [
      importId,
      groups.map((group) => group.code),
      groups.map((group) => group.field),
      groups.map((group) => group.count),
      groups.map((group) => group.sampleValue),
      groups.map((group) => messageJson(group.sampleMessage)),
    ],
  );
}

/** Takes rows out of the counts again: resolved, discarded, or failed with other errors now. */
export async function uncountErrors(tx: Db, importId: string, rows: readonly (readonly RowError[])[]): Promise<void> {
  const groups = groupsOf(rows);
  if (groups.length === 0) return;
  await tx.query(
    `UPDATE import_error_group SET count = import_error_group.count - gone.count
       FROM unnest($2::text[], $3::text[], $4::int[]) AS gone(code, field, count)
      WHERE import_id = $1 AND import_error_group.code = gone.code AND import_error_group.field = gone.field`,
    [
      importId,
      groups.map((group) => group.code),
      groups.map((group) => group.field),
      groups.map((group) => group.count),
    ],
  );
}

/** In the order of the key, so that two transactions never wait for each other. */
function groupsOf(rows: readonly (readonly RowError[])[]): Group[] {
  const groups = new Map<string, Group>();
  for (const errors of rows) {
    for (const [key, rowError] of new Map(
      errors.map((rowError) => [`${rowError.code} ${rowError.field ?? ''}`, rowError]),
    )) {
      const group = groups.get(key);
      if (group) group.count += 1;
      else groups.set(key, groupOf(rowError));
    }
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function groupOf(rowError: RowError): Group {
  return {
    ...{ code: rowError.code, field: rowError.field ?? '', count: 1 },
    sampleValue: rowError.value === undefined ? null : toStorableText(rowError.value.slice(0, SAMPLE_LENGTH)),
    sampleMessage: reasonAlone(rowError),
  };
}
