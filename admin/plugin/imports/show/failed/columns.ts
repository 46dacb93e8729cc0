import { isRecord } from '../../../api/json.ts';
import type { FailedRow, ImportDetail, RowError } from '../../../api/types.ts';

/** A file may have thousands of columns and cells of megabytes; a page stays a page. */
const MOST_COLUMNS = 40;
const MOST_CHARACTERS = 200;

/** What tells where an error belongs. */
export type Mapping = ImportDetail['mapping'];

export interface ShownColumns {
  readonly columns: readonly string[];
  /** How many are left out. */
  readonly hidden: number;
}

/**
 * The columns to show: those with errors first, where one sees them, then those that are imported, where a row is mended
 * that has nothing of what it needs, then the others; each in the source's order. A column that was `faultyBefore` stays
 * in front, so that mending its last error moves nothing under one's hands.
 */
export function shownColumns(
  rows: readonly FailedRow[],
  item: Pick<ImportDetail, 'mapping' | 'sourceColumns'>,
  faultyBefore: Iterable<string> = [],
): ShownColumns {
  const inRows = rows.flatMap((row) => (isRecord(row.values) ? Object.keys(row.values) : []));
  const all = [...new Set([...(item.sourceColumns ?? []), ...inRows])];
  const faulty = new Set([...faultyBefore, ...faultyColumns(rows, item)]);
  const imported = new Set((item.mapping ?? []).flatMap(({ column, field }) => (field === null ? [] : column)));
  const placeOf = (column: string) => (faulty.has(column) ? 0 : imported.has(column) ? 1 : 2);
  const columns = all.toSorted((one, other) => placeOf(one) - placeOf(other));
  return { columns: columns.slice(0, MOST_COLUMNS), hidden: Math.max(0, all.length - MOST_COLUMNS) };
}

export function faultyColumns(rows: readonly FailedRow[], item: Pick<ImportDetail, 'mapping'>): string[] {
  return rows.flatMap((row) => row.errors.flatMap((error) => columnOf(error, item) ?? []));
}

/** Where an error belongs: its own column, else the one mapped to its field; null is the whole row. */
export function columnOf(error: RowError, item: Pick<ImportDetail, 'mapping'>): string | null {
  if (error.column) return error.column;
  return (item.mapping ?? []).find(({ field }) => field !== null && field === error.field)?.column ?? null;
}

/** A cell's text, cut to what a cell can show. */
export function cellText(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
