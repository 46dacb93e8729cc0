import { askedWait, isLockWait } from './faults.ts';

/** Waits before what the environment failed is tried again, in seconds; each is jittered. */
const WAITS = [1, 4, 16] as const;

/**
 * How long to wait after so many faults of the environment in a row (from 1), in seconds; as long as the error itself
 * asks for, where that is longer. Null when it has been tried often enough, which a lock of somebody's never is: it goes.
 */
export function waitAfter(failures: number, error: unknown): number | null {
  const wait = isLockWait(error) ? WAITS[2] : WAITS[failures - 1];
  if (wait === undefined) return null;
  return Math.max(wait * (0.75 + Math.random() / 2), askedWait(error) ?? 0);
}
