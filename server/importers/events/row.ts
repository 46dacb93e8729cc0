import { message } from '../../messages/catalogue.ts';
import { isObject, type Json, type JsonObject, type RecordsContext } from '../../sdk/index.ts';
import { type EntityReference, reference, referencesIn } from './entityReference.ts';
import type { EventInput } from './eventInput.ts';
import { keyAtStart, keyAtVenue, slugOfTitle } from './eventKey.ts';
import type { EventValues } from './fields.ts';
import { plainText, safeHtml } from './html.ts';
import type { EventOptions } from './options.ts';
import { isSeriesUrl } from './sharedUrls.ts';

import { eventTimes } from './times.ts';
import { webAddress } from './webAddress.ts';

type Context = RecordsContext<EventOptions>;

/** The event that a row describes. Throws RowRejected as eventTimes does. */
export function eventsOfRow(values: EventValues, context: Context): EventInput[] {
  const { url, globalId } = values;
  const title = plainText(values.title);
  const times = eventTimes(values, context.options.timezone);
  if (times.timezone === null) context.warn(message('UNKNOWN_TIMEZONE', { cause: message('EVENTS_NO_ZONE') }));
  const slug = values.slug ?? slugOfTitle(title);
  const source = sourceOf(globalId, url);
  const venue = venueOf(values, context);
  const atStart = keyAtStart(source, slug, times.startAt);
  const event = {
    ...{ url, slug, source, slugStart: values.slug === null ? keyAtVenue(atStart, venue) : atStart, title, ...times },
    description: values.description === null ? null : safeHtml(values.description, 'description'),
    excerpt: values.excerpt === null ? null : safeHtml(values.excerpt, 'excerpt'),
    imageUrl: values.image,
    cost: values.cost === null ? null : plainText(values.cost),
    website: websiteOf(values.website, context),
    status: values.status,
    tags: tagsOf(values.tags),
    customFields: customFieldsOf(values.customFields),
  };
  return [
    {
      event,
      byUrl: url !== null && !isSeriesUrl(url, globalId, times.startLocal),
      atStart,
      venue,
      organizers: distinct(referencesIn('ORGANIZER', values.organizer, /;/)),
      categories: distinct(referencesIn('CATEGORY', values.categories, /,/)),
      resolved: { venueId: null, organizerIds: [], categoryIds: [] },
    },
  ];
}

/** The host of the calendar: what its global id says, since an event's own page may be elsewhere. */
function sourceOf(globalId: string | null, url: string | null): string | null {
  const host = globalId === null ? '' : (globalId.split(/[/?]/, 1)[0] ?? '');
  if (/^[\w.-]+(:\d+)?$/.test(host) && globalId?.includes('?')) return host.toLowerCase();
  return url === null ? null : new URL(url).host;
}

function venueOf(values: EventValues, { warn }: Context): EntityReference | null {
  const [venue, another] = referencesIn('VENUE', values.venue, null);
  if (another) warn(message('SEVERAL_VENUES'));
  if (!venue || typeof values.venue !== 'string') return venue ?? null;
  const given = {
    address: values.venueAddress,
    city: values.venueCity,
    region: values.venueRegion,
    postalCode: values.venuePostalCode,
    country: values.venueCountry,
  };
  const details = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  return reference('VENUE', values.venue, details, null);
}

/** A feed may name the same category twice; the first name of each counts. */
function distinct(references: readonly EntityReference[]): EntityReference[] {
  return [...new Map(references.toReversed().map((found) => [found.matchName, found])).values()].reverse();
}

function websiteOf(text: string | null, { warn }: Context): string | null {
  if (text === null) return null;
  const address = webAddress(text);
  if (address === null) warn(message('INVALID_WEBSITE'));
  return address;
}

function tagsOf(cell: Json | null): string[] {
  const items = Array.isArray(cell) ? cell : typeof cell === 'string' ? cell.split(',') : [];
  const names = items.map((item) => (isObject(item ?? null) ? (item as JsonObject).name : item));
  const tags = names.flatMap((name) =>
    typeof name === 'string' && name.trim() !== '' ? [plainText(name).trim()] : [],
  );
  return [...new Set(tags)].sort();
}

/** A feed writes [] for none. */
function customFieldsOf(cell: Json | null): JsonObject {
  return isObject(cell ?? undefined) ? (cell as JsonObject) : {};
}
