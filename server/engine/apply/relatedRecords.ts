import type { Db, RecordScope } from '../../sdk/records.ts';
import type { ProvenanceEntry } from '../model/provenance.ts';
import type { Warning } from '../model/warning.ts';
import { saveProvenance } from '../store/provenance.ts';
import type { FoldedRow } from './fold.ts';
import type { RelatedRecord } from './resolveRows.ts';

/** Keeps which rows made records of other tables in passing. */
export async function saveRelated(
  tx: Db,
  scope: RecordScope,
  rows: readonly FoldedRow[],
  related: readonly RelatedRecord[],
): Promise<void> {
  for (const [type, made] of Map.groupBy(related, ({ record }) => record.type)) {
    const entries = made.map(({ position, record }): ProvenanceEntry => {
      const changes = Object.entries(record.fields).map(([column, value]) => [column, [null, value]]);
      return {
        ...{ recordId: record.id, rowNumber: rows[position]?.prepared.row.number ?? 0, outcome: 'CREATED' },
        ...{ changes: JSON.stringify(Object.fromEntries(changes)), kept: null, warnings: [] },
      };
    });
    await saveProvenance(tx, scope, type, entries, { related: true });
  }
}

/** The rows with a warning for each record that was made for them. */
export function withRelated(rows: readonly FoldedRow[], related: readonly RelatedRecord[]): FoldedRow[] {
  const byRow = Map.groupBy(related, ({ position }) => position);
  return rows.map((row, position) => {
    const made = byRow.get(position) ?? [];
    if (made.length === 0) return row;
    const warnings = made.map(({ record: { warning, field } }): Warning => {
      const column = row.prepared.columnOf?.get(field);
      return column === undefined ? warning : { ...warning, column };
    });
    return { ...row, warnings: [...row.warnings, ...warnings] };
  });
}

/** The same in what is kept of the rows: with the first record that each of them touched. */
export function withRelatedCodes(
  entries: readonly ProvenanceEntry[],
  rows: readonly FoldedRow[],
  related: readonly RelatedRecord[],
): readonly ProvenanceEntry[] {
  if (related.length === 0) return entries;
  const codes = new Map<number, Set<string>>();
  for (const { position, record } of related) {
    const number = rows[position]?.prepared.row.number ?? 0;
    codes.set(number, (codes.get(number) ?? new Set()).add(record.warning.code));
  }
  return entries.map((entry) => {
    const own = codes.get(entry.rowNumber);
    if (!own) return entry;
    codes.delete(entry.rowNumber);
    return { ...entry, warnings: [...new Set([...entry.warnings, ...own])] };
  });
}
