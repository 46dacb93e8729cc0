import type { keepPreviousData, UseQueryResult } from '@tanstack/react-query';
import type { EntityOption, KindRef } from '../../api/reviewApi.ts';
import { useSluiceQuery } from '../../ui/hooks/useSluiceQuery.ts';
import { useReviewApi } from './useReviewApi.ts';
import { kindValue } from './useReviewKinds.ts';

interface Wanted {
  readonly kind: KindRef;
  readonly projectId: string;
  readonly search: string;
  readonly enabled: boolean;
}

/** A number that a person can scan. Typing more narrows the options. */
const OFFERED = 20;

/** The project's records of a kind whose name has the words. */
export function useEntityOptions(
  { kind, projectId, search, enabled }: Wanted,
  placeholderData: typeof keepPreviousData,
): UseQueryResult<readonly EntityOption[]> {
  const api = useReviewApi();
  return useSluiceQuery({
    queryKey: ['sluice', 'entityOptions', projectId, kindValue(kind), search],
    queryFn: () => api.entityOptions({ projectId, ...refOf(kind), search, first: OFFERED }),
    enabled,
    placeholderData,
  });
}

/** The one that is picked, by the name that is known or else asked for; null of none. */
export function usePicked(
  { kind, projectId }: Pick<Wanted, 'kind' | 'projectId'>,
  id: string | null,
  known: string | null,
): EntityOption | null {
  const api = useReviewApi();
  const { data } = useSluiceQuery({
    queryKey: ['sluice', 'picked', projectId, kindValue(kind), id],
    queryFn: async () => {
      const [found] = await api.entityOptions({ projectId, ...refOf(kind), ids: id === null ? [] : [id] });
      return found?.name ?? null;
    },
    enabled: id !== null && known === null,
  });
  if (id === null) return null;
  return { entityId: id, name: known ?? data ?? '', place: '' };
}

function refOf({ kind, target }: KindRef) {
  return { kind, target: target ?? null };
}
