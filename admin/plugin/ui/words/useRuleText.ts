import { useTranslate } from 'react-admin';

/** A rule as the API returns it or takes it. */
interface Rule {
  readonly constant?: string | null | undefined;
  readonly join?: { readonly columns: readonly string[] } | null | undefined;
  readonly steps?: readonly Step[] | null | undefined;
  readonly default?: string | null | undefined;
}

interface Step {
  readonly trim?: string | null | undefined;
  readonly case?: string | null | undefined;
  readonly replace?: { readonly find: string; readonly with: string } | null | undefined;
  readonly remove?: string | null | undefined;
}

/** A rule in a line: what the field gets, and what is done to it. */
export function useRuleText(): (rule: Rule) => string {
  const translate = useTranslate();
  const stepText = ({ trim, case: letters, replace, remove }: Step): string => {
    if (replace) return translate('sluice.fieldRules.text.replace', { find: replace.find, with: replace.with });
    const kind = trim ? `trim_${trim}` : letters ? `case_${letters}` : `remove_${remove ?? ''}`;
    return translate(`sluice.fieldRules.steps.${kind}`);
  };
  return ({ constant, join, steps, default: fallback }) =>
    [
      ...(constant == null ? [] : [translate('sluice.fieldRules.text.constant', { value: constant })]),
      ...(join ? [translate('sluice.fieldRules.text.join', { columns: join.columns.join(' + ') })] : []),
      ...(steps ?? []).map(stepText),
      ...(fallback == null ? [] : [translate('sluice.fieldRules.text.default', { value: fallback })]),
    ].join(' · ');
}
