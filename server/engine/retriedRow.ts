import { isEmptyCell } from '../sdk/fieldTypes.ts';
import type { Json, JsonObject } from '../sdk/json.ts';
import type { SourceRow } from '../sources/types.ts';
import type { OpenRow } from './store/selectOpenRows.ts';

/** Faults of a row's text, found before its values mean anything. A correction of the values mends them. */
const TEXT_FAULTS = new Set(['RAGGED_ROW', 'BAD_QUOTE', 'UNCLOSED_QUOTE', 'BAD_JSON', 'NOT_AN_OBJECT']);

/**
 * A failed row as it is tried again: what came, with what earlier retries and this one's correction changed. Cells
 * beyond the last column keep it ragged until they are emptied.
 */
export function retriedRow(open: OpenRow, columns: readonly string[], correction: JsonObject | undefined): SourceRow {
  const values = { ...open.values, ...open.corrected, ...correction };
  const inside = columns.map((column) => values[column] ?? null);
  const beyond = Object.keys(values).filter((name) => !columns.includes(name));
  const extra = beyond.map((name) => values[name] ?? null);
  const row = { number: open.rowNumber, line: open.line, values: [...inside, ...extra] };
  const fault = open.errors.find(({ code }) => TEXT_FAULTS.has(code));
  if (!fault) return row;
  const corrected = correction !== undefined || open.corrected !== null;
  if (corrected && extra.every((cell: Json) => isEmptyCell(cell))) return { ...row, values: inside };
  return { ...row, fault: { code: fault.code, message: fault.message } };
}
