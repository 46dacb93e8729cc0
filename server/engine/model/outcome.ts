/**
 * What became of a record that a row is about, in the order in which a row's own outcome is chosen from them. UNCHANGED is
 * last: it says that the row and all of its records are the same.
 */
export const RECORD_OUTCOMES = ['CREATED', 'UPDATED', 'SKIPPED', 'UNCHANGED'] as const;
export type RecordOutcome = (typeof RECORD_OUTCOMES)[number];

/** The first of created, updated, skipped, unchanged that any of the row's records has. */
export function rowOutcome(outcomes: readonly RecordOutcome[]): RecordOutcome {
  return RECORD_OUTCOMES.find((outcome) => outcomes.includes(outcome)) ?? 'SKIPPED';
}

/** How many rows of a chunk had each good outcome. */
export interface OutcomeCounts {
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
}
