import type { Cells } from '../../../../pages/records/export/tableOf.ts';
import type { CalendarEventDetail } from '../../api/eventsApi.ts';

/** An event as a line of a file that finds it again when it is imported; times are those of its zone. */
export function eventCells(event: CalendarEventDetail): Cells {
  return {
    Title: event.title,
    Start: event.startLocal,
    End: event.endLocal ?? '',
    'Time zone': event.timezone ?? '',
    'All day': event.allDay ? 'true' : '',
    Venue: event.venue?.name ?? '',
    'Venue: city': event.venue?.city ?? '',
    Organizer: names(event.organizers),
    Categories: names(event.categories),
    Tags: (event.tags ?? []).join(', '),
    Cost: event.cost ?? '',
    URL: event.url ?? '',
    Website: event.website ?? '',
    Status: event.status ?? '',
    Excerpt: event.excerpt ?? '',
    Description: event.description ?? '',
  };
}

function names(entities: readonly { readonly name: string }[] | null): string {
  return (entities ?? []).map(({ name }) => name).join(', ');
}
