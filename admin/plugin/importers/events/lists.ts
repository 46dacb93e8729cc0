import type { EntityFilter, EventFilter, EventOrder, SortDirection } from '../../../gql/generated/graphql.ts';
import type { GraphqlClient } from '../../api/client.ts';
import { given, type ListFilter, type ReadList } from '../../api/lists.ts';
import { eventsApi } from './api/eventsApi.ts';

export function eventOrder(field: string, direction: SortDirection): EventOrder {
  return { field: field === 'title' ? 'TITLE' : 'START', direction };
}

export function eventLists(client: GraphqlClient): Readonly<Record<string, ReadList>> {
  const events = eventsApi(client);
  return {
    events: ({ projectId, ...filter }: ListFilter<EventFilter>, { sort: { field, direction }, ...page }) =>
      events.events({
        ...page,
        projectId,
        filter: given(filter),
        orderBy: eventOrder(field, direction),
      }),
    venues: ({ projectId, ...filter }: ListFilter<EntityFilter>, { first, offset }) =>
      events.venues({ projectId, first, offset, filter: given(filter) }),
    organizers: ({ projectId, ...filter }: ListFilter<EntityFilter>, { first, offset }) =>
      events.organizers({ projectId, first, offset, filter: given(filter) }),
  };
}
