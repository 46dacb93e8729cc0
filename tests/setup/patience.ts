import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** How long a quiet machine takes to start a Node that does nothing, in ms. */
const QUIET_START_MS = 50;
/** How long such a machine waits for anything. Far longer than anything takes, since only a hang must fail a test. */
const QUIET_PATIENCE_MS = 120_000;
/** A machine that is slower than this does not finish the run in any useful time. */
const MOST_SLOWNESS = 10;

/**
 * How long a test waits for what it expects before it fails, in ms. It follows the speed of this machine at this moment,
 * measured by starting a few processes, which is what suffers most when others are busy.
 */
export function measurePatience(): number {
  const startedMs = [1, 2, 3].map(timeStart).toSorted((a, b) => a - b)[1] ?? QUIET_START_MS;
  const slowness = Math.min(MOST_SLOWNESS, Math.max(1, startedMs / QUIET_START_MS));
  return Math.round(QUIET_PATIENCE_MS * slowness);
}

function timeStart(): number {
  const before = performance.now();
  spawnSync(process.execPath, ['--eval', '']);
  return performance.now() - before;
}
