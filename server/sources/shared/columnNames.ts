import { message } from '../../messages/catalogue.ts';
import { SourceError, type SourceWarning } from '../types.ts';
import { maxColumns } from './limits.ts';

export interface Header {
  readonly columns: readonly string[];
  readonly warnings: readonly SourceWarning[];
}

/**
 * The columns of a header's cells: trimmed, never empty (`column_7`), unique (`Name (2)`).
 * Throws SourceError TOO_MANY_COLUMNS.
 */
export function nameColumns(cells: readonly string[]): Header {
  if (cells.length > maxColumns) {
    const cause = message('HEADER_TOO_WIDE', { columns: cells.length, limit: maxColumns });
    throw new SourceError(message('TOO_MANY_COLUMNS', { cause }));
  }
  const names = cells.map((cell) => cell.trim());
  const taken = new Set(names.filter((name) => name !== ''));
  const seen = new Set<string>();
  const columns = names.map((name, index) => {
    const column = name === '' ? free(`column_${index + 1}`, taken) : seen.has(name) ? numbered(name, taken) : name;
    seen.add(name);
    taken.add(column);
    return column;
  });
  return { columns, warnings: [...duplicates(names), ...nameless(names)] };
}

/** Columns for a file without a header. */
export function numberColumns(count: number): Header {
  return nameColumns(Array.from({ length: count }, () => ''));
}

function free(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? numbered(name, taken) : name;
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  let copy = 2;
  while (taken.has(`${name} (${copy})`)) copy += 1;
  return `${name} (${copy})`;
}

function duplicates(names: readonly string[]): SourceWarning[] {
  const times = new Map<string, number>();
  for (const name of names) if (name !== '') times.set(name, (times.get(name) ?? 0) + 1);
  return [...times]
    .filter(([, count]) => count > 1)
    .map(([name, count]) => ({
      ...message('DUPLICATE_HEADER', { count, name }),
      column: name,
      count,
    }));
}

function nameless(names: readonly string[]): SourceWarning[] {
  const count = names.filter((name) => name === '').length;
  if (count === 0) return [];
  const first = `column_${names.indexOf('') + 1}`;
  // Titles above a table look like this.
  const code = count > names.length / 2 ? 'COLUMNS_WITHOUT_NAME_ADVICE' : 'COLUMNS_WITHOUT_NAME';
  const cause = message(code, { count, columns: names.length, name: first });
  return [{ ...message('NAMELESS_COLUMN', { cause }), count }];
}
