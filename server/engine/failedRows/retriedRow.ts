import { reasonAlone } from '../../messages/stored.ts';
import { isEmptyCell } from '../../sdk/fieldTypes.ts';
import type { JsonObject } from '../../sdk/json.ts';
import type { SourceRow } from '../../sources/types.ts';
import type { OpenRow } from '../model/failedRow.ts';
import { rowValues } from '../model/rows.ts';

/** Errors of a row's text, found before its values mean anything. A correction of the values mends them. */
export const TEXT_ERRORS = new Set(['RAGGED_ROW', 'BAD_QUOTE', 'UNCLOSED_QUOTE', 'BAD_JSON', 'NOT_AN_OBJECT']);

/** A failed row as it is tried again: what came, with what earlier retries and this one's correction changed. */
export function retriedRow(open: OpenRow, columns: readonly string[], correction: JsonObject | undefined): SourceRow {
  const rowError = open.errors.find(({ code }) => TEXT_ERRORS.has(code));
  const came: SourceRow = {
    ...placeValues(open.values, columns),
    number: open.rowNumber,
    line: open.line,
    ...(open.originImportId !== null && open.originRow !== null
      ? { origin: { importId: open.originImportId, row: open.originRow } }
      : {}),
    ...(rowError ? { rowError: reasonAlone(rowError) } : {}),
  };
  if (correction === undefined && open.corrected === null) return came;
  return correctedRow(came, columns, { ...open.corrected, ...correction });
}

/** The row with some of its columns replaced. Cells beyond the last column keep it ragged until they are emptied. */
export function correctedRow(row: SourceRow, columns: readonly string[], correction: JsonObject): SourceRow {
  const { values } = placeValues({ ...rowValues(row, columns), ...correction }, columns);
  const beyond = values.slice(columns.length);
  const { number, line, rowError, origin } = row;
  const kept = { number, line, ...(origin ? { origin } : {}) };
  if (rowError && !beyond.every((cell) => isEmptyCell(cell))) return { ...kept, values, rowError };
  return { ...kept, values: values.slice(0, columns.length) };
}

/** In the order of the columns, then what is beyond them. */
function placeValues(values: JsonObject, columns: readonly string[]): Pick<SourceRow, 'values'> {
  const known = new Set(columns);
  const beyond = Object.keys(values).filter((name) => !known.has(name));
  return { values: [...columns, ...beyond].map((name) => values[name] ?? null) };
}
