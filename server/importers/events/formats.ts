import type { KnownFormat } from '../../sdk/index.ts';
import type { eventFields } from './fields.ts';

/**
 * An event of The Events Calendar's REST feed. What it does not name is left out: ids (of occurrences of series they
 * change), dates of editing, counts of terms, and the parts of what is there whole.
 */
export const eventFormats: readonly KnownFormat<typeof eventFields>[] = [
  {
    name: 'The Events Calendar (REST)',
    signature: ['title', 'start_date', 'utc_start_date', 'utc_end_date', 'all_day', 'timezone'],
    mapping: {
      title: 'title',
      url: 'url',
      slug: 'slug',
      start_date: 'start',
      end_date: 'end',
      utc_start_date: 'utcStart',
      utc_end_date: 'utcEnd',
      timezone: 'timezone',
      all_day: 'allDay',
      description: 'description',
      excerpt: 'excerpt',
      image: 'image',
      cost: 'cost',
      website: 'website',
      status: 'status',
      venue: 'venue',
      organizer: 'organizer',
      categories: 'categories',
      tags: 'tags',
      custom_fields: 'customFields',
      global_id: 'globalId',
    },
  },
  {
    name: 'The Events Calendar (CSV)',
    signature: ['Event Name', 'Event Start Date', 'Event Start Time', 'Event Venue Name'],
    mapping: {
      'Event Name': 'title',
      'Event Description': 'description',
      'Event Excerpt': 'excerpt',
      'Event Start Date': 'start',
      'Event Start Time': 'startTime',
      'Event End Date': 'end',
      'Event End Time': 'endTime',
      'Event Time Zone': 'timezone',
      Timezone: 'timezone',
      'All Day Event': 'allDay',
      'Event Venue Name': 'venue',
      'Event Organizer Name': 'organizer',
      'Event Cost': 'cost',
      'Event Category': 'categories',
      'Event Tags': 'tags',
      'Event Website': 'website',
      'Featured Image': 'image',
      'Event Featured Image': 'image',
    },
  },
];
