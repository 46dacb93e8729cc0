import { message } from '../../messages/catalogue.ts';
import type { Json } from '../../sdk/json.ts';
import type { InputIssue } from '../model/errors.ts';
import type { ValueMapping } from '../model/import.ts';

/** More values than this are not told apart by hand; each is a cell's text, not a document. */
export const MAX_VALUES = 1_000;
const MAX_VALUE_LENGTH = 1_000;

/** What is imported in place of a cell. The row itself stays as it came: failed rows show that. */
export type ValueMap = (cell: Json) => Json;

/**
 * The value map of a column; null where it has none. A cell is found by its exact text, else by its text without
 * outer white space and case. A number or boolean of a JSON source is found by its text ("1", "true").
 */
export function createValueMap(values: readonly ValueMapping[] | undefined): ValueMap | null {
  if (!values || values.length === 0) return null;
  const exact = new Map(values.map(({ from, to }) => [from, to]));
  const loose = new Map<string, string | null>();
  for (const { from, to } of values) if (!loose.has(loosely(from))) loose.set(loosely(from), to);
  return (cell) => {
    if (cell === null || typeof cell === 'object') return cell;
    const text = String(cell);
    const found = exact.get(text) ?? (exact.has(text) ? null : loose.get(loosely(text)));
    return found === undefined ? cell : found;
  };
}

/** What is wrong with a column's value map. */
export function valueIssues(
  column: string,
  values: readonly ValueMapping[],
  path: readonly string[],
): readonly InputIssue[] {
  if (values.length > MAX_VALUES) {
    return [{ path, message: message('TOO_MANY_VALUES', { name: column, count: values.length, limit: MAX_VALUES }) }];
  }
  const seen = new Set<string>();
  return values.flatMap(({ from, to }, index): InputIssue[] => {
    const at = [...path, String(index)];
    if (seen.has(from)) return [{ path: at, message: message('VALUE_TWICE', { name: column, text: from }) }];
    seen.add(from);
    const texts = [from, to ?? ''];
    if (texts.some((text) => text.length > MAX_VALUE_LENGTH)) {
      return [{ path: at, message: message('VALUE_LENGTH', { limit: MAX_VALUE_LENGTH }) }];
    }
    if (texts.some((text) => text.includes('\0'))) {
      return [{ path: at, message: message('VALUE_NUL') }];
    }
    return [];
  });
}

function loosely(text: string): string {
  return text.trim().toLowerCase();
}
