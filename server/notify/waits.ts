/**
 * Waits before a message is tried again, in seconds: eight attempts within about 21 hours, which is less than the day
 * for which a rotated secret still signs.
 */
export const WAITS = [5, 60, 5 * 60, 30 * 60, 2 * 3600, 6 * 3600, 12 * 3600] as const;

/** How long to wait after this many attempts, with a jitter of a tenth; null after the last attempt. */
export function retryDelay(attempts: number, retryAfterSeconds: number | null): number | null {
  const wait = WAITS[attempts - 1];
  if (wait === undefined) return null;
  return Math.max(wait * (1 + Math.random() / 10), retryAfterSeconds ?? 0);
}
