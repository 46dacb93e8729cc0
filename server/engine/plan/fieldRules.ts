import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { reasonOf } from '../../messages/messageError.ts';
import { Invalid } from '../../sdk/fields.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import { isStorableText } from '../../sdk/storable.ts';
import type { FormatHints } from '../../sources/types.ts';
import { createFieldReader, parseCell } from '../apply/prepare.ts';
import type { InputIssue } from '../model/errors.ts';
import type { ColumnSplit, FieldRule, TextStep } from '../model/fieldRule.ts';

/** Parts of a split, columns of a join, and steps of a field. */
export const MAX_PARTS = 20;
/** Of a separator, and of a text that a rule gives or replaces, in UTF-16 code units. */
export const MAX_SEPARATOR = 100;
export const MAX_RULE_TEXT = 1_000;

type At = (...keys: string[]) => string[];

/** What is wrong with how a column is split. */
export function splitIssues(
  column: string,
  { separator, at, fields }: ColumnSplit,
  field: string | null,
  path: readonly string[],
): InputIssue[] {
  const issues: InputIssue[] = [];
  const add = (key: string, reason: Message) => issues.push({ path: [...path, key], message: reason });
  if (field !== null) add('fields', message('SPLIT_WITH_FIELD', { name: column }));
  if ((separator === undefined) === (at === undefined)) add('separator', message('SPLIT_WHERE', { name: column }));
  if (separator !== undefined && !isText(separator, 1, MAX_SEPARATOR)) {
    add('separator', message('SEPARATOR_LENGTH', { limit: MAX_SEPARATOR }));
  }
  if (fields.length < 2 || fields.length > MAX_PARTS || fields.every((name) => name === null)) {
    add('fields', message('SPLIT_FIELDS', { name: column, limit: MAX_PARTS }));
  }
  return issues;
}

/** What is wrong with the rules of fields; `taken` has the fields to which columns go, with the column. */
export function ruleIssues(
  importer: AnyImporter,
  rules: readonly FieldRule[],
  taken: ReadonlyMap<string, string>,
  columns: readonly string[] | null,
): InputIssue[] {
  const seen = new Set<string>();
  return rules.flatMap((rule, index) => {
    const at: At = (...keys) => ['fieldRules', String(index), ...keys];
    const { field } = rule;
    if (!Object.hasOwn(importer.fields, field)) {
      return [{ path: at('field'), message: message('NO_FIELD', { importer: importer.label, name: field }) }];
    }
    if (seen.has(field)) return [{ path: at('field'), message: message('RULE_TWICE', { name: field }) }];
    seen.add(field);
    return [
      ...sourceIssues(rule, taken.get(field), at),
      ...joinIssues(rule, columns, at),
      ...textIssues(rule, at),
      ...stepIssues(rule.steps ?? [], at),
    ];
  });
}

/** A field gets its value from one place. */
function sourceIssues({ field, constant, join }: FieldRule, column: string | undefined, at: At): InputIssue[] {
  if (constant === undefined && !join) return [];
  const path = at(constant === undefined ? 'join' : 'constant');
  if (constant !== undefined && join) return [{ path, message: message('CONSTANT_AND_JOIN', { field }) }];
  return column === undefined ? [] : [{ path, message: message('FIELD_TAKEN', { name: column, field }) }];
}

function joinIssues({ field, join }: FieldRule, columns: readonly string[] | null, at: At): InputIssue[] {
  if (!join) return [];
  const issues: InputIssue[] = [];
  const { length } = join.columns;
  if (length < 2 || length > MAX_PARTS || new Set(join.columns).size < length) {
    issues.push({ path: at('join', 'columns'), message: message('JOIN_COLUMNS', { field, limit: MAX_PARTS }) });
  }
  if (!isText(join.separator, 0, MAX_SEPARATOR)) {
    issues.push({ path: at('join', 'separator'), message: message('SEPARATOR_LENGTH', { limit: MAX_SEPARATOR }) });
  }
  for (const [index, name] of join.columns.entries()) {
    if (columns === null || columns.includes(name)) continue;
    issues.push({ path: at('join', 'columns', String(index)), message: message('NO_COLUMN', { name }) });
  }
  return issues;
}

function textIssues(rule: FieldRule, at: At): InputIssue[] {
  return (['constant', 'default'] as const).flatMap((key) => {
    const text = rule[key];
    if (text === undefined || (isText(text, 1, MAX_RULE_TEXT) && text.trim() !== '')) return [];
    return [{ path: at(key), message: message('RULE_TEXT', { limit: MAX_RULE_TEXT }) }];
  });
}

function stepIssues(steps: readonly TextStep[], at: At): InputIssue[] {
  if (steps.length > MAX_PARTS)
    return [{ path: at('steps'), message: message('TOO_MANY_STEPS', { limit: MAX_PARTS }) }];
  return steps.flatMap((step, index): InputIssue[] => {
    const path = at('steps', String(index));
    if (Object.values(step).filter((change) => change !== undefined).length !== 1) {
      return [{ path, message: message('ONE_STEP') }];
    }
    const { replace } = step;
    if (!replace || (isText(replace.find, 1, MAX_RULE_TEXT) && isText(replace.with, 0, MAX_RULE_TEXT))) return [];
    return [{ path: [...path, 'replace'], message: message('REPLACE_TEXT', { limit: MAX_RULE_TEXT }) }];
  });
}

function isText(text: string, min: number, max: number): boolean {
  return text.length >= min && text.length <= max && isStorableText(text);
}

/** Constants and defaults that their field refuses: every row would fail for them. */
export function refusedTexts(
  importer: AnyImporter,
  rules: readonly FieldRule[],
  options: JsonObject,
  format: FormatHints,
): InputIssue[] {
  const locale = format.locale || undefined;
  const dateFormat = format.dateFormat || undefined;
  const reading = { ...(locale ? { locale } : {}), ...(dateFormat ? { dateFormat } : {}) };
  const { context } = createFieldReader(importer, [], { mapping: [], fieldRules: [] }, options, reading);
  return rules.flatMap(({ field, constant, default: fallback }, index): InputIssue[] => {
    const key = constant === undefined ? 'default' : 'constant';
    const text = constant ?? fallback;
    if (text === undefined) return [];
    const reason = refusal(() => parseCell(importer.fields[field], text, context));
    return reason === null ? [] : [{ path: ['fieldRules', String(index), key], message: reason }];
  });
}

function refusal(parse: () => unknown): Message | null {
  try {
    const parsed = parse();
    if (!(parsed instanceof Invalid)) return null;
    const { code, params, message: text } = parsed;
    return { code, ...(params ? { params } : {}), ...(text === undefined ? {} : { message: text }) };
  } catch (error) {
    return reasonOf(error);
  }
}
