import type { FailedRow } from '../../../../api/types.ts';
import { type Drafts, storedText, withValue } from './drafts.ts';

/** One replacement in one column of many rows. */
export interface Replacement {
  readonly column: string;
  /** What is looked for within the value, in its very letters; '' stands for the whole of any value. */
  readonly find: string;
  readonly by: string;
}

/** What one row's value becomes; null where there is nothing to replace. */
export function replaced(text: string, { find, by }: Replacement): string | null {
  const next = find === '' ? by : text.replaceAll(find, by);
  return next === text ? null : next;
}

export interface Replaced {
  /** The drafts as they would be. */
  readonly drafts: Drafts;
  readonly rowNumbers: readonly number[];
  readonly example: { readonly before: string; readonly after: string } | null;
}

/** Replaces in the rows as they are with what was typed into them; rows outside of `rows` stay. */
export function replaceInRows(drafts: Drafts, rows: readonly FailedRow[], replacement: Replacement): Replaced {
  const { column } = replacement;
  const next = new Map(drafts);
  const rowNumbers: number[] = [];
  let example: Replaced['example'] = null;
  for (const row of rows) {
    const before = drafts.get(row.rowNumber)?.values[column] ?? storedText(row, column);
    const after = replaced(before, replacement);
    if (after === null) continue;
    const draft = withValue(oneOf(drafts, row), row, column, after).get(row.rowNumber);
    if (draft) next.set(row.rowNumber, draft);
    else next.delete(row.rowNumber);
    rowNumbers.push(row.rowNumber);
    example ??= { before, after };
  }
  return { drafts: next, rowNumbers, example };
}

/** Copying all drafts for each of thousands of rows would take their square. */
function oneOf(drafts: Drafts, { rowNumber }: FailedRow): Drafts {
  const draft = drafts.get(rowNumber);
  return new Map(draft ? [[rowNumber, draft]] : []);
}
