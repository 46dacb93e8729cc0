import { hash } from 'node:crypto';
import { message } from '../../messages/catalogue.ts';
import { normaliseHeader } from '../../sdk/headerNames.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import { suggestMapping } from '../../sdk/suggestMapping.ts';
import { valueIssues } from '../apply/valueMap.ts';
import type { InputIssue } from '../model/errors.ts';
import type { AppliedMapping } from '../model/import.ts';

/**
 * Which field each column goes to. Without a requested mapping, the suggested one; with one, exactly that, and columns
 * that it does not name go to the importer's catch-all.
 */
export function applyMapping(
  importer: AnyImporter,
  columns: readonly string[],
  requested: readonly AppliedMapping[] | undefined,
): AppliedMapping[] {
  if (!requested) return suggestMapping(importer, columns).mapping.map(({ column, field }) => ({ column, field }));
  const named = new Map(requested.map((entry) => [entry.column, entry]));
  return columns.map((column) => named.get(column) ?? { column, field: importer.catchAll ?? null });
}

/** What is wrong with a requested mapping; `columns` null where the source is not known yet. */
export function mappingIssues(
  importer: AnyImporter,
  requested: readonly AppliedMapping[],
  columns: readonly string[] | null,
): InputIssue[] {
  const issues: InputIssue[] = [];
  const taken = new Map<string, string>();
  const named = new Set<string>();
  for (const [index, { column, field, values }] of requested.entries()) {
    const path = (key: string): string[] => ['mapping', String(index), key];
    if (named.has(column)) issues.push({ path: path('column'), message: message('MAPPED_TWICE', { name: column }) });
    named.add(column);
    issues.push(...valueIssues(column, values ?? [], path('values')));
    if (columns && !columns.includes(column)) {
      issues.push({ path: path('column'), message: message('NO_COLUMN', { name: column }) });
    }
    if (field === null || field === importer.catchAll) continue;
    if (!Object.hasOwn(importer.fields, field)) {
      issues.push({ path: path('field'), message: message('NO_FIELD', { importer: importer.label, name: field }) });
    }
    const other = taken.get(field);
    if (other !== undefined) {
      issues.push({ path: path('field'), message: message('FIELD_TAKEN', { name: other, field }) });
    }
    taken.set(field, column);
  }
  return issues;
}

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
