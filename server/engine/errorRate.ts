import type { Advanced } from './store/advanceImport.ts';

/** Before so many rows have an outcome (or all, where the source has fewer) a share says little. */
export const ERROR_RATE_MIN_ROWS = 100;

/** Why the import must stop by its maxErrorRate; null where it need not. Discarded rows count as failed. */
export function errorRateExceeded(
  counts: Pick<Advanced, 'maxErrorRate' | 'attempted' | 'bad' | 'finishDue'>,
): string | null {
  const { maxErrorRate, attempted, bad, finishDue } = counts;
  if (maxErrorRate === null || attempted === 0) return null;
  if (attempted < ERROR_RATE_MIN_ROWS && !finishDue) return null;
  if (bad / attempted <= maxErrorRate) return null;
  return (
    `${bad} of the first ${attempted} rows failed, more than the limit of ${100 * maxErrorRate} %: ` +
    'correct them and retry, or resume with a higher limit.'
  );
}
