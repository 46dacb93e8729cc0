import { isObject, type JsonObject } from '../../sdk/json.ts';
import { InvalidInput } from '../model/errors.ts';
import type { RowFilter } from '../model/failedRow.ts';
import type { RowCorrection, Selection } from '../model/requests.ts';

type Issue = { path: readonly string[]; message: string };

/**
 * Corrections alone mean those rows and no others, a filter the open rows that it selects, neither of them all open
 * rows. An empty list is a mistake, never "all".
 */
export function checkSelection(
  filter: RowFilter | undefined,
  corrections: readonly RowCorrection[] | undefined,
): Selection {
  const issues: Issue[] = [];
  const empty = (path: string[]): void => {
    issues.push({ path, message: 'The list is empty: name at least one row, or leave it out.' });
  };
  if (filter?.rowNumbers?.length === 0) empty(['filter', 'rowNumbers']);
  if (corrections?.length === 0) empty(['corrections']);
  const corrected = new Map<number, JsonObject>();
  for (const [index, { rowNumber, values }] of (corrections ?? []).entries()) {
    if (!isObject(values)) {
      const message = 'Give an object of column names and values.';
      issues.push({ path: ['corrections', String(index), 'values'], message });
    } else if (corrected.has(rowNumber)) {
      const message = `Row ${rowNumber} is corrected twice.`;
      issues.push({ path: ['corrections', String(index), 'rowNumber'], message });
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
  const message = `The source has no column "${unknown}".`;
  throw new InvalidInput([{ path: ['corrections', String(rowNumber), 'values', unknown], message }]);
}
