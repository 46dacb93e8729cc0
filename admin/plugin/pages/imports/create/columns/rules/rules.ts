import type { FieldRuleInput, TextStepInput } from '../../../../../../gql/generated/graphql.ts';
import type { SavedMapping, SourceInspection } from '../../../../../api/types.ts';

type SavedRule = SavedMapping['fieldRules'][number];

/** The rules of fields: as the user wants them, else as saved for the same headers. */
export function rulesOf(inspection: SourceInspection, given: readonly FieldRuleInput[] | null): FieldRuleInput[] {
  return given ? [...given] : savedRules(inspection.savedMapping);
}

/** A saved mapping's rules as startImport takes them: without what is null. */
export function savedRules(saved: Pick<SavedMapping, 'fieldRules'> | null): FieldRuleInput[] {
  return (saved?.fieldRules ?? []).map(({ field, constant, default: fallback, join, steps }) => ({
    field,
    ...(constant === null ? {} : { constant }),
    ...(fallback === null ? {} : { default: fallback }),
    ...(join ? { join: { columns: join.columns, separator: join.separator } } : {}),
    ...(steps.length > 0 ? { steps: steps.flatMap(stepInput) } : {}),
  }));
}

function stepInput({ trim, case: letters, replace, remove }: SavedRule['steps'][number]): TextStepInput[] {
  if (trim) return [{ trim }];
  if (letters) return [{ case: letters }];
  if (replace) return [{ replace: { find: replace.find, with: replace.with } }];
  return remove ? [{ remove }] : [];
}

/** The rules with one of them replaced; without its field's rule where that does nothing. */
export function withRule(rules: readonly FieldRuleInput[], rule: FieldRuleInput): FieldRuleInput[] {
  const others = rules.filter(({ field }) => field !== rule.field);
  return isEmptyRule(rule) ? others : [...others, rule];
}

function isEmptyRule({ constant, default: fallback, join, steps }: FieldRuleInput): boolean {
  return constant == null && fallback == null && !join && (steps ?? []).length === 0;
}

/** Whether the field gets its value from the rule, and from no column. */
export function fillsField({ constant, join }: FieldRuleInput): boolean {
  return constant != null || join != null;
}
