import { hash } from 'node:crypto';
import { message } from '../../messages/catalogue.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import { normaliseHeader } from '../../sdk/suggesting/headerNames.ts';
import type { SuggestedColumn } from '../../sdk/suggesting/suggestion.ts';
import { valueIssues } from '../apply/valueMap.ts';
import type { InputIssue } from '../model/errors.ts';
import type { FieldRule } from '../model/fieldRule.ts';
import type { AppliedMapping, Mapping } from '../model/import.ts';
import { ruleIssues, splitIssues } from './fieldRules.ts';

/**
 * Which field each column goes to. With a requested mapping, exactly that, and columns that it does not name go to the
 * importer's catch-all, unless a rule joins them. With none, what is suggested. A field that a rule fills takes no column.
 */
export function applyMapping(
  importer: AnyImporter,
  columns: readonly string[],
  requested: readonly AppliedMapping[] | null,
  fieldRules: readonly FieldRule[],
  suggested: readonly SuggestedColumn[] = [],
): AppliedMapping[] {
  const filled = new Set(
    fieldRules.filter(({ constant, join }) => constant !== undefined || join).map(({ field }) => field),
  );
  const joined = new Set(fieldRules.flatMap(({ join }) => join?.columns ?? []));
  const leftOver = (column: string): string | null => (joined.has(column) ? null : (importer.catchAll ?? null));
  const named = new Map((requested ?? suggested).map((entry): [string, AppliedMapping] => [entry.column, entry]));
  return columns.map((column) => {
    const entry = named.get(column);
    if (!entry || (!requested && entry.field === importer.catchAll)) return { column, field: leftOver(column) };
    const { field, split, values } = entry;
    return {
      ...{ column, field: field !== null && filled.has(field) ? leftOver(column) : field },
      ...(values ? { values } : {}),
      ...(split
        ? { split: { ...split, fields: split.fields.map((part) => (filled.has(part ?? '') ? null : part)) } }
        : {}),
    };
  });
}

/** Whether a column goes to a field. */
export function isMapped(importer: AnyImporter, { field, split }: AppliedMapping): boolean {
  return split !== undefined || (field !== null && field !== importer.catchAll);
}

/** What is wrong with a requested mapping and its rules; `columns` null where the source is not known yet. */
export function mappingIssues(
  importer: AnyImporter,
  { mapping, fieldRules }: Mapping,
  columns: readonly string[] | null,
): InputIssue[] {
  const issues: InputIssue[] = [];
  const taken = new Map<string, string>();
  const named = new Set<string>();
  for (const [index, { column, field, values, split }] of mapping.entries()) {
    const path = (...keys: string[]): string[] => ['mapping', String(index), ...keys];
    if (named.has(column)) issues.push({ path: path('column'), message: message('MAPPED_TWICE', { name: column }) });
    named.add(column);
    issues.push(...valueIssues(column, values ?? [], path('values')));
    if (columns && !columns.includes(column)) {
      issues.push({ path: path('column'), message: message('NO_COLUMN', { name: column }) });
    }
    if (split) {
      issues.push(...splitIssues(column, split, field, path('split')));
      for (const [part, name] of split.fields.entries()) {
        if (name !== null)
          issues.push(...takeField(importer, taken, name, column, path('split', 'fields', String(part))));
      }
    } else if (field !== null && field !== importer.catchAll) {
      issues.push(...takeField(importer, taken, field, column, path('field')));
    }
  }
  return [...issues, ...ruleIssues(importer, fieldRules, taken, columns)];
}

function takeField(
  importer: AnyImporter,
  taken: Map<string, string>,
  field: string,
  column: string,
  path: readonly string[],
): InputIssue[] {
  const issues: InputIssue[] = [];
  if (!Object.hasOwn(importer.fields, field)) {
    issues.push({ path, message: message('NO_FIELD', { importer: importer.label, name: field }) });
  }
  const other = taken.get(field);
  if (other !== undefined) issues.push({ path, message: message('FIELD_TAKEN', { name: other, field }) });
  taken.set(field, column);
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
export function fitMapping({ mapping, fieldRules }: Mapping, columns: readonly string[]): Mapping {
  const exact = new Set(columns);
  const free = new Map<string, string[]>();
  const named = new Set([
    ...mapping.map(({ column }) => column),
    ...fieldRules.flatMap(({ join }) => join?.columns ?? []),
  ]);
  for (const column of columns) {
    if (!named.has(column)) free.set(nameOf(column), [...(free.get(nameOf(column)) ?? []), column]);
  }
  const fitted = new Map([...named].map((name) => [name, exact.has(name) ? name : free.get(nameOf(name))?.shift()]));
  return {
    mapping: mapping.flatMap((entry) => {
      const column = fitted.get(entry.column);
      return column === undefined ? [] : [{ ...entry, column }];
    }),
    fieldRules: fieldRules.map((rule) => {
      if (!rule.join) return rule;
      const joined = rule.join.columns.map((column) => fitted.get(column) ?? column);
      return { ...rule, join: { ...rule.join, columns: joined } };
    }),
  };
}

function nameOf(header: string): string {
  return normaliseHeader(header) || header.trim();
}
