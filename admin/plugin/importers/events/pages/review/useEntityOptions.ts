import type { keepPreviousData, UseQueryResult } from '@tanstack/react-query';
import type { EntityKind } from '../../../../../gql/generated/graphql.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import type { EventsApi } from '../../api/eventsApi.ts';
import { useEventsApi } from '../../api/useEventsApi.ts';

export interface EntityOption {
  readonly id: string;
  readonly name: string;
  /** The city of a venue. */
  readonly place: string;
}

interface Wanted {
  readonly kind: EntityKind;
  readonly projectId: string;
  readonly search: string;
  readonly enabled: boolean;
}

/** A number that a person can scan. Typing more narrows the options. */
const OFFERED = 20;

/** The project's entities of a kind whose name has the words. */
export function useEntityOptions(
  { kind, projectId, search, enabled }: Wanted,
  placeholderData: typeof keepPreviousData,
): UseQueryResult<readonly EntityOption[]> {
  const api = useEventsApi();
  return useSluiceQuery({
    queryKey: ['sluice', 'entityOptions', projectId, kind, search],
    queryFn: () => optionsOf(api, kind, projectId, search),
    enabled,
    placeholderData,
  });
}

async function optionsOf(api: EventsApi, kind: EntityKind, projectId: string, search: string) {
  const variables = { projectId, first: OFFERED, offset: 0, filter: { search } };
  const place = '';
  switch (kind) {
    case 'VENUE':
      return (await api.venues(variables)).items.map(({ id, name, city }) => ({ id, name, place: city ?? '' }));
    case 'ORGANIZER':
      return (await api.organizers(variables)).items.map(({ id, name }) => ({ id, name, place }));
    case 'CATEGORY':
      return (await api.eventCategories(variables)).items.map(({ id, name }) => ({ id, name, place }));
  }
}

/** The one that is picked, by the name that is known or else asked for; null of none. */
export function usePicked(kind: EntityKind, id: string | null, known: string | null): EntityOption | null {
  const api = useEventsApi();
  const { data } = useSluiceQuery({
    queryKey: ['sluice', 'picked', kind, id],
    queryFn: async () =>
      (kind === 'ORGANIZER' ? await api.organizer(id ?? '') : await api.venue(id ?? ''))?.name ?? null,
    enabled: id !== null && known === null && kind !== 'CATEGORY',
  });
  if (id === null) return null;
  return { id, name: known ?? data ?? '', place: '' };
}
