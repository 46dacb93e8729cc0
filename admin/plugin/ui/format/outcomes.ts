import type { ImportCounts } from '../../api/types.ts';

/** What became of a row, in the order in which it is shown. */
export const OUTCOMES = ['created', 'updated', 'unchanged', 'skipped', 'failed', 'discarded', 'pending'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_COLOURS: Readonly<Record<Outcome, string>> = {
  created: 'success.main',
  updated: 'primary.main',
  unchanged: 'info.light',
  skipped: 'text.disabled',
  failed: 'error.main',
  discarded: 'warning.main',
  pending: 'action.disabledBackground',
};

/** Rows that have their outcome. */
export function rowsDone(counts: ImportCounts | null | undefined): number {
  return OUTCOMES.reduce((sum, name) => (name === 'pending' ? sum : sum + (counts?.[name] ?? 0)), 0);
}
