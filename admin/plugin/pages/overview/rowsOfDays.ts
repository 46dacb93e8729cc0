import type { DayStatistics } from '../../api/types.ts';

/** What became of a row, from the bottom of a bar to its top. */
const OUTCOMES = ['created', 'updated', 'unchanged', 'skipped', 'failed', 'discarded'] as const;
export type ChartOutcome = (typeof OUTCOMES)[number];

/** Lines beside the one at 0. */
const MOST_TICKS = 5;

/** What happened at all: a legend of the rest would only take room. */
export function outcomesOf(days: readonly DayStatistics[]): readonly ChartOutcome[] {
  return OUTCOMES.filter((name) => days.some((day) => day[name] > 0));
}

export function rowsOf(day: DayStatistics): number {
  return OUTCOMES.reduce((sum, name) => sum + day[name], 0);
}

/** 0 and round numbers at even steps of 1, 2 or 5 by powers of ten, the last of them at least as large as `highest`. */
export function ticksUpTo(highest: number): readonly number[] {
  if (highest <= 0) return [0];
  const power = 10 ** Math.floor(Math.log10(highest / MOST_TICKS));
  const step = Math.max(1, ([1, 2, 5, 10].find((each) => each * power * MOST_TICKS >= highest) ?? 10) * power);
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step);
}
