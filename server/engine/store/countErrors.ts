import type { Db } from '../../sdk/records.ts';
import type { PlacedFault } from '../prepare.ts';

/** Long samples help nobody, and text in Postgres holds no NUL. */
const SAMPLE_LENGTH = 200;

interface Group {
  readonly code: string;
  readonly field: string;
  readonly sample: string | null;
  count: number;
}

/** Counts failed rows by code and field; each row once for each pair. Each item is one row's faults. */
export async function countErrors(tx: Db, importId: string, rows: readonly (readonly PlacedFault[])[]): Promise<void> {
  const groups = new Map<string, Group>();
  for (const faults of rows) {
    for (const [key, fault] of new Map(faults.map((fault) => [`${fault.code} ${fault.field ?? ''}`, fault]))) {
      const group = groups.get(key);
      if (group) group.count += 1;
      else groups.set(key, { code: fault.code, field: fault.field ?? '', sample: sampleOf(fault), count: 1 });
    }
  }
  if (groups.size === 0) return;
  // In the order of the key, so that two transactions never wait for each other.
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  await tx.query(
    `INSERT INTO import_error_group (import_id, code, field, count, sample)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::int[], $5::text[])
     ON CONFLICT (import_id, code, field) DO UPDATE SET count = import_error_group.count + excluded.count`,
    [
      importId,
      sorted.map((group) => group.code),
      sorted.map((group) => group.field),
      sorted.map((group) => group.count),
      sorted.map((group) => group.sample),
    ],
  );
}

function sampleOf(fault: PlacedFault): string | null {
  return (fault.value ?? fault.message).replaceAll('\0', '�').slice(0, SAMPLE_LENGTH);
}
