import { messageText } from '../../messages/catalogue.ts';
import type { RowError } from '../../sdk/errors.ts';
import type { Json } from '../../sdk/json.ts';
import { maxColumns } from '../../sources/shared/limits.ts';
import type { AttemptedRow } from '../model/failedRow.ts';
import { cellText, lastAttempt, shownExtras } from './lastAttempt.ts';
import { extraColumnName, OWN } from './ownColumns.ts';

/** A failed row on its way out. */
export interface ExportedRow extends AttemptedRow {
  readonly importId: string;
  readonly rowNumber: number;
  readonly line: number | null;
  readonly errors: readonly RowError[];
}

/** The columns of a file of failed rows whose longest row has so many cells beyond the source's columns. */
export function exportedColumns(columns: readonly string[], extras: number): string[] {
  const shown = Array.from({ length: shownCount(columns, extras) }, (_, index) => extraColumnName(index + 1));
  return [...columns, ...shown, OWN.errors, OWN.codes, OWN.line, OWN.row, OWN.import];
}

/** The row's cells in the order of `exportedColumns`. */
export function exportedCells(row: ExportedRow, extras: number): Json[] {
  const tried = lastAttempt(row);
  const shown = shownExtras(tried.extras, shownCount(row.columns, extras));
  return [
    ...tried.cells,
    ...Array.from({ length: shownCount(row.columns, extras) }, (_, index) => shown[index] ?? null),
    row.errors.map(errorText).join('\n'),
    [...new Set(row.errors.map(({ code }) => code))].join(' '),
    row.line,
    row.rowNumber,
    row.importId,
  ];
}

/** How many cells beyond its columns a row has. */
export function countExtras(row: AttemptedRow): number {
  return lastAttempt(row).extras.length;
}

/** As many as a file that can be read again has room for, and one at least. */
function shownCount(columns: readonly string[], extras: number): number {
  const room = maxColumns - columns.length - Object.keys(OWN).length;
  return Math.min(extras, Math.max(1, room));
}

function errorText(rowError: RowError): string {
  const { column, field, code } = rowError;
  const message = messageText(rowError);
  const about = column ?? field;
  return `${about === undefined ? '' : `${cellText(about)}: `}${message} (${code})`;
}
