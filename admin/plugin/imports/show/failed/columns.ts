import { isRecord, jsonText } from '../../../api/json.ts';
import type { FailedRow, ImportDetail, RowError } from '../../../api/types.ts';

/** A file may have thousands of columns and cells of megabytes; a page stays a page. */
const MOST_COLUMNS = 40;
const MOST_CHARACTERS = 200;

/** The columns to show: those with errors first, where one sees them, then the others in the source's order. */
export function shownColumns(
  rows: readonly FailedRow[],
  item: Pick<ImportDetail, 'mapping' | 'sourceColumns'>,
): { columns: string[]; hidden: number } {
  const inRows = rows.flatMap((row) => (isRecord(row.values) ? Object.keys(row.values) : []));
  const all = [...new Set([...(item.sourceColumns ?? []), ...inRows])];
  const faulty = new Set(rows.flatMap((row) => row.errors.map((error) => columnOf(error, item))));
  const columns = [...all.filter((column) => faulty.has(column)), ...all.filter((column) => !faulty.has(column))];
  return { columns: columns.slice(0, MOST_COLUMNS), hidden: Math.max(0, all.length - MOST_COLUMNS) };
}

/** Where an error belongs: its own column, else the one mapped to its field; null is the whole row. */
export function columnOf(error: RowError, item: Pick<ImportDetail, 'mapping'>): string | null {
  if (error.column) return error.column;
  return (item.mapping ?? []).find(({ field }) => field !== null && field === error.field)?.column ?? null;
}

export function cellText(row: FailedRow, column: string): string {
  const text = isRecord(row.values) ? jsonText(row.values[column]) : '';
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
