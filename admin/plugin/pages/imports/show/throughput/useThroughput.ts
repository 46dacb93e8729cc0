import type { ImportDetail, ThroughputPoint } from '../../../../api/types.ts';
import { isFinal } from '../../../../live/progress.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useReread } from '../../../../ui/hooks/useReread.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { useThrottled } from '../../../../ui/hooks/useThrottled.ts';

const MOST_POINTS = 60;
/** A stretch of time with fewer chunks says more about when one ended than about how fast rows went. */
const CHUNKS_A_POINT = 4;
/** While it runs, and chunks are committed, the run is read again at most this often. */
const REREAD_MS = 2000;

/**
 * Rows committed over time, from the server, so that the chart shows the whole run and not only the time since the page
 * was opened. Live snapshots say when there is more; while nothing is committed, nothing is fetched.
 */
export function useThroughput({ id, status, chunkCounts }: ImportDetail): readonly ThroughputPoint[] {
  const { api } = useSluice().sluice;
  const over = isFinal(status);
  const version = useThrottled(over ? status : `${status} ${chunkCounts?.done ?? 0}`, over ? 0 : REREAD_MS);
  const queryKey = ['sluice', 'throughput', id];
  const query = useSluiceQuery({
    queryKey,
    queryFn: () =>
      api.throughput(id, Math.max(1, Math.min(MOST_POINTS, Math.floor((chunkCounts?.done ?? 0) / CHUNKS_A_POINT)))),
  });
  useReread(queryKey, version);
  return query.data ?? [];
}
