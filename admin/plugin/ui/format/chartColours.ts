import type { Theme } from '@mui/material/styles';
import type { Outcome } from './outcomes.ts';

/** The outcomes' colours in the theme's own terms, as a chart needs them: the same as OUTCOME_COLOURS. */
export function chartColours({ palette }: Theme): Readonly<Record<Outcome, string>> {
  return {
    created: palette.success.main,
    updated: palette.primary.main,
    unchanged: palette.info.light,
    skipped: palette.text.disabled,
    failed: palette.error.main,
    discarded: palette.warning.main,
    pending: palette.action.disabledBackground,
  };
}
