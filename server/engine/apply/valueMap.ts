import type { Json } from '../../sdk/json.ts';
import type { ValueMapping } from '../model/import.ts';

/** More values than this are not told apart by hand; each is a cell's text, not a document. */
export const MAX_VALUES = 1_000;
const MAX_VALUE_LENGTH = 1_000;

export interface MappingIssue {
  readonly path: readonly string[];
  readonly message: string;
}

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
): readonly MappingIssue[] {
  if (values.length > MAX_VALUES) {
    return [{ path, message: `"${column}" maps ${values.length} values; at most ${MAX_VALUES} can be mapped.` }];
  }
  const seen = new Set<string>();
  return values.flatMap(({ from, to }, index): MappingIssue[] => {
    const at = [...path, String(index)];
    if (seen.has(from)) return [{ path: at, message: `"${column}" maps the value "${from}" twice: map it once.` }];
    seen.add(from);
    const texts = [from, to ?? ''];
    if (texts.some((text) => text.length > MAX_VALUE_LENGTH)) {
      return [{ path: at, message: `A mapped value has at most ${MAX_VALUE_LENGTH} characters.` }];
    }
    if (texts.some((text) => text.includes('\0'))) {
      return [{ path: at, message: 'A NUL character cannot be stored: leave this value out.' }];
    }
    return [];
  });
}

function loosely(text: string): string {
  return text.trim().toLowerCase();
}
