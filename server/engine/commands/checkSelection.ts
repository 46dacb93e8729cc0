import { message } from '../../messages/catalogue.ts';
import { isObject, type JsonObject } from '../../sdk/json.ts';
import { type InputIssue, InvalidInput } from '../model/errors.ts';
import type { RowFilter } from '../model/failedRow.ts';
import type { RowCorrection, Selection } from '../model/requests.ts';

/**
 * Corrections alone mean those rows and no others, a filter the open rows that it selects, neither of them all open
 * rows. An empty list is a mistake, never "all".
 */
export function checkSelection(
  filter: RowFilter | undefined,
  corrections: readonly RowCorrection[] | undefined,
): Selection {
  const issues: InputIssue[] = [];
  const empty = (path: string[]): void => {
    issues.push({ path, message: message('EMPTY_LIST') });
  };
  if (filter?.rowNumbers?.length === 0) empty(['filter', 'rowNumbers']);
  if (corrections?.length === 0) empty(['corrections']);
  const corrected = new Map<number, JsonObject>();
  for (const [index, { rowNumber, values }] of (corrections ?? []).entries()) {
    if (!isObject(values)) {
      issues.push({ path: ['corrections', String(index), 'values'], message: message('VALUES_OBJECT') });
    } else if (corrected.has(rowNumber)) {
      issues.push({
        path: ['corrections', String(index), 'rowNumber'],
        message: message('CORRECTED_TWICE', { line: rowNumber }),
      });
    } else corrected.set(rowNumber, values);
  }
  const [first, ...others] = issues;
  if (first) throw new InvalidInput([first, ...others]);
  return { filter: filter ?? (corrections ? { rowNumbers: [...corrected.keys()] } : {}), corrections: corrected };
}

/** Corrections may only name columns that the source has, or cells that the row itself brought. */
export function checkColumns(
  row: JsonObject,
  columns: readonly string[],
  rowNumber: number,
  correction: JsonObject,
): void {
  const unknown = Object.keys(correction).find((name) => !columns.includes(name) && !Object.hasOwn(row, name));
  if (unknown === undefined) return;
  throw new InvalidInput([
    { path: ['corrections', String(rowNumber), 'values', unknown], message: message('NO_COLUMN', { name: unknown }) },
  ]);
}
