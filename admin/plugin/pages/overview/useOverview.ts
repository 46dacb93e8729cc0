import { keepPreviousData, type UseQueryResult } from '@tanstack/react-query';
import type { ImportFilter } from '../../../gql/generated/graphql.ts';
import type { Overview } from '../../api/types.ts';
import { OVERVIEWS } from '../../live/patchCache.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSluiceQuery } from '../../ui/hooks/useSluiceQuery.ts';

export const OVERVIEW_DAYS = 30;
export const RUNNING: ImportFilter = { status: ['RUNNING', 'QUEUED', 'UNDOING', 'PAUSED'] };
// A dry run leaves nothing to fix. The statistics leave dry runs out too.
export const FAILED: ImportFilter = { status: ['FAILED', 'COMPLETED_WITH_ERRORS'], dryRun: false };

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
        running: RUNNING,
        failed: FAILED,
      }),
    placeholderData: keepPreviousData,
  });
}
