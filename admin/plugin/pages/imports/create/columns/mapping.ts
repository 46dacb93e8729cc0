import type {
  ColumnMappingInput,
  ColumnSplitInput,
  FieldRuleInput,
  SourceFormatInput,
} from '../../../../../gql/generated/graphql.ts';
import type { ImporterInfo, SavedMapping, SourceInspection } from '../../../../api/types.ts';
import { fillsField } from './rules/rules.ts';

export interface ValueChoice {
  readonly from: string;
  /** Null: nothing, as if the cell were empty. */
  readonly to: string | null;
}

/** Where a column goes: a field, the importer's catch-all, several fields (by its split), or nowhere (null). */
export interface ColumnChoice {
  readonly field: string | null;
  readonly values: readonly ValueChoice[];
  readonly split?: ColumnSplitInput | null;
}

export type Choices = Readonly<Record<string, ColumnChoice>>;

export type Goal = 'field' | 'kept' | 'ignored';

/** Whether what a column holds goes to a field, is kept beside them, or is left out. */
export function goalOf({ field, split }: ColumnChoice, { catchAll }: ImporterInfo): Goal {
  if (split) return 'field';
  if (field === null) return 'ignored';
  return field === catchAll ? 'kept' : 'field';
}

/** The fields that a column goes to. */
export function fieldsOf({ field, split }: ColumnChoice): string[] {
  return [...(split ? split.fields : [field])].flatMap((name) => name ?? []);
}

/** The default mapping of a column: as saved for the same headers, else as suggested. */
export function proposed(inspection: SourceInspection): Choices {
  const { headers, savedMapping } = inspection;
  return savedMapping ? choicesOf(savedMapping, headers) : suggested(inspection);
}

/** What the headers and the values tell, whatever was saved. */
export function suggested({ headers, suggestedMapping }: SourceInspection): Choices {
  const fields = new Map(suggestedMapping.map(({ column, field }) => [column, field]));
  return Object.fromEntries(
    headers.map((column) => [column, { field: fields.get(column) ?? null, values: [] } as const]),
  );
}

/** A saved mapping's choices for these headers; what it does not name is ignored. */
export function choicesOf({ mapping }: SavedMapping, headers: readonly string[]): Choices {
  const saved = new Map(mapping.map(({ column, ...choice }) => [column, choice]));
  return Object.fromEntries(headers.map((column) => [column, saved.get(column) ?? { field: null, values: [] }]));
}

/** The format settings that were saved with a mapping, without detected settings. */
export function savedFormat({ format }: SavedMapping): SourceFormatInput {
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== null && value !== undefined));
}

/** The proposal with the user's choices. */
export function chosen(inspection: SourceInspection, given: Choices): Choices {
  const base = proposed(inspection);
  return Object.fromEntries(inspection.headers.map((column) => [column, given[column] ?? base[column] ?? NOWHERE]));
}

export const NOWHERE: ColumnChoice = { field: null, values: [] };

/** Complete, in the order of the source. */
export function mappingInput(
  headers: readonly string[],
  choices: Choices,
  catchAll: string | null,
): ColumnMappingInput[] {
  return headers.map((column) => {
    const { field, values, split } = choices[column] ?? { ...NOWHERE, field: catchAll };
    const texts = values.map(({ from, to }) => ({ from, to }));
    return split ? { column, field: null, values: texts, split } : { column, field, values: texts };
  });
}

export interface MappingErrors {
  /** Labels of required fields that no column goes to. */
  readonly missing: readonly string[];
  /** Fields that several columns go to. */
  readonly doubled: ReadonlySet<string>;
  /** Whether no column goes anywhere. */
  readonly nothing: boolean;
}

/** What keeps a mapping from being used. */
export function mappingErrorsOf(
  importer: ImporterInfo,
  choices: Choices,
  rules: readonly FieldRuleInput[] = [],
): MappingErrors {
  const times = new Map<string, number>();
  const count = (field: string) => times.set(field, (times.get(field) ?? 0) + 1);
  for (const choice of Object.values(choices)) for (const name of fieldsOf(choice)) count(name);
  const mapped = new Set(times.keys());
  for (const rule of rules) if (fillsField(rule)) count(rule.field);
  const hasValue = new Set([...times.keys(), ...rules.flatMap((rule) => (rule.default == null ? [] : [rule.field]))]);
  const doubled = [...times].filter(([field, count]) => count > 1 && field !== importer.catchAll);
  return {
    missing: importer.fields.filter(({ name, required }) => required && !hasValue.has(name)).map(({ label }) => label),
    doubled: new Set(doubled.map(([field]) => field)),
    nothing: !importer.fields.some(({ name }) => mapped.has(name)) && !rules.some(({ join }) => join),
  };
}

export function isUsable({ missing, doubled, nothing }: MappingErrors): boolean {
  return missing.length === 0 && doubled.size === 0 && !nothing;
}
