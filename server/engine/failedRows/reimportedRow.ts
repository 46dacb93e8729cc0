import { message } from '../../messages/catalogue.ts';
import { reasonAlone } from '../../messages/stored.ts';
import { isEmptyCell } from '../../sdk/fieldTypes.ts';
import type { Json } from '../../sdk/json.ts';
import type { SourceRow } from '../../sources/types.ts';
import type { Original } from '../store/origins.ts';
import { unescapeFormulas } from './formula.ts';
import { isUntouched, lastAttempt, shownExtras } from './lastAttempt.ts';
import { TEXT_ERRORS } from './retriedRow.ts';

/** A row of a file of failed rows, with Sluice's own columns taken out. */
export interface ReimportedCells {
  readonly row: SourceRow;
  readonly columns: readonly string[];
  /** One for each column. */
  readonly cells: readonly Json[];
  /** What stood in the columns for cells beyond these. */
  readonly extras: readonly Json[];
}

/**
 * The row that a file brings back: cells that nobody touched are what they were when they left, type and all, the
 * others are what somebody wrote. An error of the text stays until something of the row is corrected, as in a retry.
 */
export function restoreRow(reimported: ReimportedCells, original: Original, isText: boolean): SourceRow {
  const { number, line } = reimported.row;
  const left = lastAttempt(original);
  const place = new Map(original.columns.map((column, index) => [column, index]));
  let touched = false;
  const correctedCell = (cell: Json, value: Json): Json => {
    if (isUntouched(cell, value)) return value;
    touched = true;
    return writtenCell(cell, isText);
  };
  const cells = reimported.cells.map((cell, index) =>
    correctedCell(cell, left.cells[place.get(reimported.columns[index] ?? '') ?? -1] ?? null),
  );
  const shown = shownExtras(left.extras, reimported.extras.length);
  const written = reimported.extras.map((cell, index) => correctedCell(cell, shown[index] ?? null));
  // Columns that somebody took out of the file hold nothing any more.
  const gone = left.extras.length > 0 && reimported.extras.length === 0;
  const kept = !gone && reimported.extras.every((cell, index) => isUntouched(cell, shown[index] ?? null));
  const beyond = kept ? left.extras : written.slice(0, written.findLastIndex((cell) => !isEmptyCell(cell)) + 1);
  const rowError = original.errors.find(({ code }) => TEXT_ERRORS.has(code));
  const origin = { importId: original.importId, row: original.rowNumber };
  const values = [...cells, ...beyond];
  if (beyond.length > 0 && !rowError) return { number, line, values, origin, rowError: TOO_MANY };
  if (rowError && (beyond.length > 0 || !(touched || gone))) {
    return { number, line, values, origin, rowError: reasonAlone(rowError) };
  }
  return { number, line, values, origin };
}

/** A cell as somebody wrote it, with what only kept a spreadsheet from computing it taken off. */
export function writtenCell(cell: Json, isText: boolean): Json {
  return isText && typeof cell === 'string' ? unescapeFormulas(cell) : cell;
}

const TOO_MANY = message('RAGGED_ROW', { cause: message('EXTRA_CELLS') });
