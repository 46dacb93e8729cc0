import type { Db } from '../../sdk/records.ts';
import type { RowOrigin } from '../../sources/types.ts';
import type { PlacedFault } from '../prepare.ts';

export interface FailedRow {
  readonly id: string;
  readonly rowNumber: number;
  readonly line: number | null;
  /** The row as it came, as JSON text: column name to value. */
  readonly values: string;
  readonly faults: readonly PlacedFault[];
  readonly origin: RowOrigin | null;
}

/** Keeps rows that could not be imported, with their reasons. */
export async function saveFailedRows(tx: Db, importId: string, rows: readonly FailedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO failed_row (id, import_id, row_number, line, "values", errors, tags, origin_import_id, origin_row)
     SELECT id, $1, row_number, line, "values"::json, errors::json, string_to_array(tags, E'\\n'), origin_import, origin_row
       FROM unnest($2::uuid[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::int[])
         AS failed(id, row_number, line, "values", errors, tags, origin_import, origin_row)`,
    [
      importId,
      rows.map((row) => row.id),
      rows.map((row) => row.rowNumber),
      rows.map((row) => row.line),
      rows.map((row) => row.values),
      rows.map((row) => JSON.stringify(row.faults)),
      rows.map((row) => tagsOf(row.faults).join('\n')),
      rows.map((row) => row.origin?.importId ?? null),
      rows.map((row) => row.origin?.row ?? null),
    ],
  );
}

/** What the filters of failed rows look for: each code, each field, and each pair of them, once. */
export function tagsOf(faults: readonly PlacedFault[]): string[] {
  const tags = new Set<string>();
  for (const { code, field } of faults) {
    for (const asked of [{ code }, ...(field === undefined ? [] : [{ field }, { code, field }])]) {
      const tag = tagFor(asked);
      if (tag !== null) tags.add(tag);
    }
  }
  return [...tags];
}

/** The tag of the rows that have an error of this code, this field, or both at once; null for any row. */
export function tagFor(asked: { readonly code?: string; readonly field?: string }): string | null {
  const parts = [
    ...(asked.code === undefined ? [] : [`code=${asked.code}`]),
    ...(asked.field === undefined ? [] : [`field=${asked.field}`]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}
