import {
  EventCategoriesDocument,
  type EventCategoriesQuery,
  type EventCategoriesQueryVariables,
  EventCategoryDocument,
  type EventDetailFragment,
  EventDocument,
  EventExportDocument,
  type EventExportQueryVariables,
  type EventSummaryFragment,
  EventsDocument,
  type EventsQueryVariables,
  OrganizerDocument,
  type OrganizerPartsFragment,
  OrganizersDocument,
  type OrganizersQueryVariables,
  VenueDocument,
  type VenuePartsFragment,
  VenuesDocument,
  type VenuesQueryVariables,
} from '../../../../gql/generated/graphql.ts';
import { page, type Stretch, stretch } from '../../../api/answers.ts';
import type { GraphqlClient } from '../../../api/client.ts';
import type { Page } from '../../../api/types.ts';

export type CalendarEvent = EventSummaryFragment;
export type CalendarEventDetail = EventDetailFragment;
export type Venue = VenuePartsFragment;
export type Organizer = OrganizerPartsFragment;
export type EventCategory = EventCategoriesQuery['eventCategories']['edges'][number]['node'];

/** Queries of the events pages. A single record is null if there is none or the viewer cannot see it. */
export interface EventsApi {
  events(variables: EventsQueryVariables): Promise<Page<CalendarEvent>>;
  event(id: string): Promise<CalendarEventDetail | null>;
  eventExport(variables: EventExportQueryVariables): Promise<Stretch<CalendarEventDetail>>;
  venues(variables: VenuesQueryVariables): Promise<Page<Venue>>;
  venue(id: string): Promise<Venue | null>;
  organizers(variables: OrganizersQueryVariables): Promise<Page<Organizer>>;
  organizer(id: string): Promise<Organizer | null>;
  eventCategories(variables: EventCategoriesQueryVariables): Promise<Page<EventCategory>>;
  eventCategory(id: string): Promise<EventCategory | null>;
}

export function eventsApi(client: GraphqlClient): EventsApi {
  return {
    events: async (variables) => page((await client.request(EventsDocument, variables)).events),
    event: async (id) => (await client.request(EventDocument, { id })).event,
    eventExport: async (variables) => stretch((await client.request(EventExportDocument, variables)).events),
    venues: async (variables) => page((await client.request(VenuesDocument, variables)).venues),
    venue: async (id) => (await client.request(VenueDocument, { id })).venue,
    organizers: async (variables) => page((await client.request(OrganizersDocument, variables)).organizers),
    organizer: async (id) => (await client.request(OrganizerDocument, { id })).organizer,
    eventCategory: async (id) => (await client.request(EventCategoryDocument, { id })).eventCategory,
    eventCategories: async (variables) =>
      page((await client.request(EventCategoriesDocument, variables)).eventCategories),
  };
}
