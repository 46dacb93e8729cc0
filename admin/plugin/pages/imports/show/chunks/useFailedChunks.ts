import { keepPreviousData } from '@tanstack/react-query';
import type { ImportDetail } from '../../../../api/types.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { failedIndexes } from './chunkCells.ts';

const READ_AT_ONCE = 1_000;

/** The indexes of the chunks that failed; asks the server only when there are any. */
export function useFailedChunks({ id, chunkCounts }: ImportDetail): readonly number[] {
  const { api } = useSluice().sluice;
  const count = chunkCounts?.failed ?? 0;
  const { data } = useSluiceQuery({
    queryKey: ['sluice', 'chunks', id, 'failed', count],
    queryFn: async () => {
      const failed: number[] = [];
      for (let offset = 0; failed.length < count; offset += READ_AT_ONCE) {
        const { items } = await api.chunks({ id, first: READ_AT_ONCE, offset });
        if (items.length === 0) break;
        failed.push(...failedIndexes(items));
      }
      return failed;
    },
    enabled: count > 0,
    placeholderData: keepPreviousData,
  });
  return count > 0 ? (data ?? []) : [];
}
