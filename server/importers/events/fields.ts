import { message } from '../../messages/catalogue.ts';
import {
  type Cell,
  cellText,
  customField,
  type FieldOptions,
  Invalid,
  isObject,
  isStorable,
  type Json,
  text,
  type Values,
} from '../../sdk/index.ts';
import { momentField, timeField } from './moment.ts';
import { zoneName } from './zone.ts';

/** A cell of any shape that JSON has: what it means depends on the other cells of its row. */
function jsonField(type: string, options: FieldOptions<false>) {
  return customField(type, options, (cell): Json | Invalid => {
    if (isStorable(cell)) return cell;
    return new Invalid(message('INVALID_TEXT', { cause: message('UNSTORABLE') }));
  });
}

const MAX_URL = 2_000;

/** An absolute http or https address without its fragment; otherwise INVALID_URL. */
function urlField(options: FieldOptions<false>) {
  return customField('url', options, (cell) => {
    const value = cellText(cell);
    if (value instanceof Invalid) return value;
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url && /^https?:$/.test(url.protocol) && url.href.length <= MAX_URL) {
      url.hash = '';
      return url.href;
    }
    return new Invalid(message('INVALID_URL', { cause: message('INVALID_EVENT_URL', { limit: MAX_URL }) }));
  });
}

const TRUE = new Set(['true', 'yes', 'y', '1', 'on']);
const FALSE = new Set(['false', 'no', 'n', '0', 'off']);

function flagField(options: FieldOptions<false>) {
  return customField('boolean', options, (cell: Cell) => {
    const value = cellText(cell);
    if (value instanceof Invalid) return value;
    if (TRUE.has(value.toLowerCase())) return true;
    if (FALSE.has(value.toLowerCase())) return false;
    return new Invalid(message('INVALID_BOOLEAN'));
  });
}

function zoneField(options: FieldOptions<false>) {
  return customField('timezone', options, (cell) => {
    const value = cellText(cell);
    return value instanceof Invalid ? value : zoneName(value);
  });
}

/** The address of a picture: a feed says false for none, or an object; WordPress' tables may hold a number. */
function imageField(options: FieldOptions<false>) {
  return customField('image', options, (cell): string | null => {
    const value = isObject(cell) ? cell.url : cell;
    return typeof value === 'string' && /^https?:\/\//i.test(value.trim()) ? value.trim() : null;
  });
}

const venuePart = (label: string, ...aliases: string[]) => text({ label: `Venue: ${label}`, aliases });

/** What a row may say of an event: the members of The Events Calendar's objects, or the columns of a table. */
export const eventFields = {
  title: text({ label: 'Title', aliases: ['event name', 'name', 'event', 'event title', 'summary'], required: true }),
  url: urlField({ label: 'URL', aliases: ['event url', 'link', 'permalink', 'event link'] }),
  slug: text({ label: 'Slug', aliases: ['event slug'], maxLength: 500 }),
  start: momentField({
    label: 'Start',
    aliases: ['start date', 'event start date', 'starts', 'begin', 'starts at', 'date', 'start datetime', 'event date'],
  }),
  startTime: timeField({ label: 'Start time', aliases: ['event start time', 'time'] }),
  end: momentField({ label: 'End', aliases: ['end date', 'event end date', 'ends', 'ends at', 'end datetime'] }),
  endTime: timeField({ label: 'End time', aliases: ['event end time'] }),
  utcStart: momentField({ label: 'Start in UTC', aliases: ['utc start date', 'start utc', 'start date utc'] }),
  utcEnd: momentField({ label: 'End in UTC', aliases: ['utc end date', 'end utc', 'end date utc'] }),
  timezone: zoneField({ label: 'Time zone', aliases: ['time zone', 'tz', 'event time zone', 'event timezone'] }),
  allDay: flagField({ label: 'All day', aliases: ['all day event', 'whole day'] }),
  description: text({
    label: 'Description',
    aliases: ['event description', 'details', 'content', 'body'],
    maxLength: 200_000,
  }),
  excerpt: text({ label: 'Excerpt', aliases: ['event excerpt', 'short description'], maxLength: 20_000 }),
  image: imageField({ label: 'Image', aliases: ['featured image', 'event featured image', 'image url', 'picture'] }),
  cost: text({ label: 'Cost', aliases: ['event cost', 'price', 'admission'] }),
  website: text({ label: 'Website', aliases: ['event website', 'more information'], maxLength: 2_000 }),
  status: text({ label: 'Status', aliases: ['event status'], maxLength: 100 }),
  venue: jsonField('venue', {
    label: 'Venue',
    aliases: ['event venue name', 'venue name', 'location', 'place', 'where'],
  }),
  venueAddress: venuePart('street', 'venue address', 'address', 'street'),
  venueCity: venuePart('city', 'venue city', 'city'),
  venueRegion: venuePart('region or state', 'venue state', 'venue state province', 'venue province', 'state'),
  venuePostalCode: venuePart('postal code', 'venue zip', 'venue postal code', 'zip', 'postal code'),
  venueCountry: venuePart('country', 'venue country', 'country'),
  organizer: jsonField('organizer', {
    label: 'Organizer',
    aliases: ['event organizer name', 'organizer name', 'organizers', 'organiser', 'host', 'event organizers'],
  }),
  categories: jsonField('categories', {
    label: 'Categories',
    aliases: ['event category', 'category', 'event categories'],
  }),
  tags: jsonField('tags', { label: 'Tags', aliases: ['event tags', 'keywords', 'tag'] }),
  customFields: jsonField('object', { label: 'Custom fields' }),
  globalId: text({ label: 'Global ID', aliases: ['global id'], maxLength: 500 }),
};

export type EventValues = Values<typeof eventFields>;
