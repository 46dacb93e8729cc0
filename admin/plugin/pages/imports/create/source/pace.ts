/** Where and when one began to measure how fast bytes go. */
export interface Pace {
  readonly atMs: number;
  readonly sent: number;
}

/** Too short a time to tell by. */
const SETTLED_MS = 1500;

export function paceFrom(sent: number, atMs = performance.now()): Pace {
  return { atMs, sent };
}

/** Seconds until `total` bytes are sent at the pace so far; null while there is nothing to tell by. */
export function secondsLeft(pace: Pace, sent: number, total: number, nowMs = performance.now()): number | null {
  const elapsedMs = nowMs - pace.atMs;
  const bytes = sent - pace.sent;
  if (elapsedMs < SETTLED_MS || bytes <= 0) return null;
  return Math.ceil(((total - sent) * elapsedMs) / bytes / 1000);
}
