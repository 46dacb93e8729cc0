import type { ImportDetail } from '../../../../api/types.ts';
import { rowsDone } from '../../../../ui/format/outcomes.ts';

type Run = Pick<ImportDetail, 'counts' | 'maxErrorRate' | 'status'>;

/** The share of the rows done that are failed or discarded, 0 to 1. */
export function shareOfBad({ counts }: Pick<Run, 'counts'>): number {
  const done = rowsDone(counts);
  return done === 0 ? 0 : ((counts?.failed ?? 0) + (counts?.discarded ?? 0)) / done;
}

/** Whether it would stop again at once for the reason for which it stopped: its limit of errors. */
export function stoppedByErrorRate(item: Run): boolean {
  return item.status === 'FAILED' && item.maxErrorRate != null && shareOfBad(item) > item.maxErrorRate;
}
