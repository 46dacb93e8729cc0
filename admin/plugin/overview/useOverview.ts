import { keepPreviousData, type UseQueryResult } from '@tanstack/react-query';
import type { Overview } from '../api/types.ts';
import { OVERVIEWS } from '../live/patchCache.ts';
import { useSluice } from '../SluiceContext.tsx';
import { useSluiceQuery } from '../shared/useSluiceQuery.ts';

export const OVERVIEW_DAYS = 30;

/** What the overview shows, in days of where the person is. Live snapshots keep it current. */
export function useOverview(projectId: string): UseQueryResult<Overview> {
  const { api } = useSluice().sluice;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return useSluiceQuery({
    queryKey: [...OVERVIEWS, projectId],
    queryFn: () =>
      api.overview({
        projectId,
        days: OVERVIEW_DAYS,
        timeZone: timeZone || 'UTC',
        running: { status: ['RUNNING', 'QUEUED', 'UNDOING', 'PAUSED'] },
        // A dry run has done nothing that would have to be mended; the figures leave them out too.
        failed: { status: ['FAILED', 'COMPLETED_WITH_ERRORS'], dryRun: false },
      }),
    placeholderData: keepPreviousData,
  });
}
