import { hash } from 'node:crypto';
import { normaliseHeader } from '../sdk/headerNames.ts';
import type { AppliedMapping } from './store/readImport.ts';

/**
 * SHA-256 that two sources share when they have the same headers, whatever their order, case, spaces and punctuation:
 * for them the same saved mappings are proposed.
 */
export function headerKey(headers: readonly string[]): Uint8Array {
  return hash('sha256', JSON.stringify(headers.map(nameOf).sort()), 'buffer');
}

/** A mapping for these columns, which may be spelled otherwise than where it was made. Columns without a match go. */
export function fitMapping(mapping: readonly AppliedMapping[], columns: readonly string[]): AppliedMapping[] {
  const exact = new Set(columns);
  const free = new Map<string, string[]>();
  const named = new Set(mapping.map(({ column }) => column));
  for (const column of columns) {
    if (!named.has(column)) free.set(nameOf(column), [...(free.get(nameOf(column)) ?? []), column]);
  }
  return mapping.flatMap((entry) => {
    if (exact.has(entry.column)) return [entry];
    const column = free.get(nameOf(entry.column))?.shift();
    return column === undefined ? [] : [{ ...entry, column }];
  });
}

function nameOf(header: string): string {
  return normaliseHeader(header) || header.trim();
}
