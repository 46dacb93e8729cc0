/** The start of the keys of what waits for a decision. */
export const REVIEW_COUNTS = ['sluice', 'reviewCounts'] as const;
