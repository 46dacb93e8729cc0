import type { JsonObject } from '../../../server/sdk/index.ts';

/** An event as The Events Calendar's REST feed gives it, of an invented calendar; `changes` replace its members. */
export function feedEvent(id: number, changes: JsonObject = {}): JsonObject {
  const slug = `event-${id}`;
  return {
    id,
    global_id: `calendar.example?id=${id}`,
    author: '5',
    status: 'publish',
    modified: '2026-01-01 10:00:00',
    url: `https://calendar.example/event/${slug}/2026-03-10/`,
    rest_url: `https://calendar.example/wp-json/tribe/events/v1/events/${id}`,
    title: `Event ${id}`,
    description: '<p>All are welcome.</p>',
    excerpt: '',
    slug,
    image: false,
    all_day: false,
    start_date: '2026-03-10 19:00:00',
    end_date: '2026-03-10 22:00:00',
    utc_start_date: '2026-03-10 23:00:00',
    utc_end_date: '2026-03-11 02:00:00',
    timezone: 'America/New_York',
    timezone_abbr: 'EST',
    cost: '',
    website: '',
    categories: [category(3, 'Practica')],
    tags: [{ id: 8, name: 'Beginner', slug: 'beginner', count: 7 }],
    venue: venue(41, 'Harbour Hall', 'Boston'),
    organizer: [organizer(7, 'Tango Friends')],
    ...changes,
  };
}

export function venue(id: number, name: string, city?: string): JsonObject {
  return {
    id,
    venue: name,
    slug: `venue-${id}`,
    address: '1 Pier',
    ...(city ? { city } : {}),
    modified: '2026-01-01 10:00:00',
  };
}

export function organizer(id: number, name: string): JsonObject {
  return { id, organizer: name, slug: `organizer-${id}`, website: 'www.friends.example' };
}

export function category(id: number, name: string, count = 12): JsonObject {
  return { id, name, slug: `category-${id}`, count, taxonomy: 'tribe_events_cat' };
}
