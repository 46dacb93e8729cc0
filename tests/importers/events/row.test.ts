import { describe, expect, it } from 'vitest';
import { createPreparer } from '../../../server/engine/apply/prepare.ts';
import type { EventInput } from '../../../server/importers/events/eventInput.ts';
import { events } from '../../../server/importers/events/index.ts';
import { type EventOptions, eventOptions } from '../../../server/importers/events/options.ts';
import { type Json, type JsonObject, suggestMapping } from '../../../server/sdk/index.ts';
import { feedEvent, venue } from './calendar.ts';

function read(row: JsonObject, options: Partial<EventOptions> = {}, dateFormat?: string) {
  const columns = Object.keys(row);
  const { mapping } = suggestMapping(events, columns);
  const prepare = createPreparer(
    events,
    columns,
    { mapping, fieldRules: [] },
    JSON.parse(JSON.stringify(eventOptions.parse(options))),
    dateFormat === undefined ? null : { dateFormat },
  );
  return prepare({ number: 1, line: null, values: Object.values(row) });
}

function eventOf(row: JsonObject, options?: Partial<EventOptions>, dateFormat?: string): EventInput {
  const { inputs, errors } = read(row, options, dateFormat);
  expect(errors).toEqual([]);
  const [input] = inputs as EventInput[];
  if (!input) throw new Error('The row gave no event.');
  return input;
}

const codes = (row: JsonObject, options?: Partial<EventOptions>) => read(row, options).errors.map(({ code }) => code);

describe('an event of the feed', () => {
  it('is recognised with all its columns, and its times are those of UTC and the zone', () => {
    const { event } = eventOf(feedEvent(1, { timezone_abbr: 'CET', start_date: '2026-03-10 03:00:00' }));
    expect(event).toMatchObject({
      startAt: '2026-03-10T23:00:00.000Z',
      endAt: '2026-03-11T02:00:00.000Z',
      startLocal: '2026-03-10 19:00:00',
      endLocal: '2026-03-10 22:00:00',
      timezone: 'America/New_York',
      source: 'calendar.example',
      slugStart: 'calendar.example|event-1|2026-03-10T23:00:00.000Z',
      tags: ['Beginner'],
    });
  });

  it.each([
    ['America/New_York', 'America/New_York', '2026-03-10 19:00:00'],
    ['UTC+0', 'UTC', '2026-03-10 23:00:00'],
    ['UTC-5', '-05:00', '2026-03-10 18:00:00'],
    ['UTC+5.5', '+05:30', '2026-03-11 04:30:00'],
    ['', null, '2026-03-10 23:00:00'],
  ])('takes the zone %j as %j', (timezone, kept, local) => {
    expect(eventOf(feedEvent(1, { timezone })).event).toMatchObject({ timezone: kept, startLocal: local });
  });

  it('may take a whole day, cross midnight, end when it starts, or have no end', () => {
    const day = { all_day: true, utc_start_date: '2026-03-14 04:00:00', utc_end_date: '2026-03-15 03:59:59' };
    expect(eventOf(feedEvent(1, day)).event).toMatchObject({ allDay: true, endLocal: '2026-03-14 23:59:59' });
    const late = eventOf(feedEvent(1, { utc_end_date: '2026-03-11 07:00:00' })).event;
    expect(late).toMatchObject({ startLocal: '2026-03-10 19:00:00', endLocal: '2026-03-11 03:00:00' });
    expect(eventOf(feedEvent(1, { utc_end_date: '2026-03-10 23:00:00' })).event.endAt).toBe('2026-03-10T23:00:00.000Z');
    expect(codes(feedEvent(1, { utc_end_date: '2026-03-10 22:59:59' }))).toEqual(['END_BEFORE_START']);
  });

  it('has its entities decoded, its HTML sanitised, and its invisible characters kept', () => {
    const { event, venue: place } = eventOf(
      feedEvent(1, {
        title: 'Caf\u00e9 &#8211; Wine &amp; Dance\u200b',
        description:
          '<p onclick="x()">Hi<script>alert(1)</script> <a href="javascript:x()">there</a> <img src="https://a.example/b.png" onerror="x()"></p>',
        venue: venue(1, 'Q\u2011Ballroom&nbsp;\u200bEast', 'Boston'),
      }),
    );
    expect(event.title).toBe('Caf\u00e9 \u2013 Wine & Dance\u200b');
    expect(event.description).toBe('<p>Hi <a>there</a> <img src="https://a.example/b.png" /></p>');
    expect(place).toMatchObject({
      name: 'Q\u2011Ballroom\u00a0\u200bEast',
      matchName: 'q ballroom east',
      matchPlace: 'boston',
    });
  });

  it.each<[string, Json, string | undefined]>([
    ['an object', venue(1, 'Hall'), 'Hall'],
    ['a list', [venue(1, 'Hall')], 'Hall'],
    ['an empty list', [], undefined],
    ['false', false, undefined],
    ['an object without a name', { id: 4 }, undefined],
  ])('may say its venue as %s', (_title, cell, name) => {
    expect(eventOf(feedEvent(1, { venue: cell })).venue?.name).toBe(name);
  });

  it.each<[string, Json, string[]]>([
    [
      'a list',
      [
        { id: 1, organizer: 'Ada' },
        { id: 2, organizer: 'Ben' },
      ],
      ['Ada', 'Ben'],
    ],
    ['an object', { id: 1, organizer: 'Ada' }, ['Ada']],
    ['an empty list', [], []],
  ])('may say its organizers as %s', (_title, cell, names) => {
    expect(eventOf(feedEvent(1, { organizer: cell })).organizers.map(({ name }) => name)).toEqual(names);
  });

  it('takes a website without a scheme, leaves out what is none, and knows each shape of image and custom fields', () => {
    expect(eventOf(feedEvent(1, { website: 'www.tango.example' })).event.website).toBe('http://www.tango.example/');
    const odd = read(feedEvent(1, { website: 'javascript:alert(1)' }));
    expect((odd.inputs[0] as EventInput).event.website).toBeNull();
    expect(odd.warnings.map(({ code }) => code)).toEqual(['INVALID_WEBSITE']);
    expect(eventOf(feedEvent(1, { image: { url: 'https://a.example/b.png', id: 4 } })).event.imageUrl).toBe(
      'https://a.example/b.png',
    );
    expect(eventOf(feedEvent(1, { custom_fields: [] })).event.customFields).toEqual({});
    expect(eventOf(feedEvent(1, { custom_fields: { a: { value: 'x' } } })).event.customFields).toEqual({
      a: { value: 'x' },
    });
  });

  it.each([
    ['timezone', 'Boston time', 'INVALID_TIMEZONE'],
    ['utc_start_date', '10/03/2026', 'INVALID_DATE'],
    ['utc_start_date', '2026-02-30 10:00:00', 'INVALID_DATE'],
    ['url', 'nowhere', 'INVALID_URL'],
    ['title', ' ', 'REQUIRED'],
  ])('fails when its %s is %j', (member, value, code) => {
    expect(codes(feedEvent(1, { [member]: value }))).toEqual([code]);
  });
});

describe('an event of a table', () => {
  const row = {
    'Event Name': 'Open evening',
    'Event Start Date': '11/19/2026',
    'Event Start Time': '7:30 PM',
    'Event End Date': '',
    'Event End Time': '1:00 AM',
    'All Day Event': 'no',
    'Event Venue Name': 'The Shire',
    'Event Organizer Name': 'Elvis',
    'Event Category': 'Convention, Conference,',
  };

  it('has the times of the zone and the date format that were said, across midnight', () => {
    const input = eventOf(row, { timezone: 'Europe/Berlin' }, 'MM/dd/yyyy');
    expect(input.event).toMatchObject({
      startAt: '2026-11-19T18:30:00.000Z',
      endAt: '2026-11-20T00:00:00.000Z',
      endLocal: '2026-11-20 01:00:00',
      slug: 'open-evening',
      source: null,
    });
    expect(input.venue?.name).toBe('The Shire');
    expect(input.categories.map(({ name }) => name)).toEqual(['Convention', 'Conference']);
  });

  it('fails without a zone, without a date format, and on a time that the clocks skip', () => {
    expect(codes({ ...row, 'Event Start Date': '2026-11-19' })).toEqual(['UNKNOWN_TIMEZONE']);
    expect(codes(row, { timezone: 'Europe/Berlin' })).toEqual(['INVALID_DATE']);
    const skipped = { ...row, 'Event Start Date': '2026-03-29', 'Event Start Time': '02:30' };
    expect(codes(skipped, { timezone: 'Europe/Berlin' })).toEqual(['INVALID_DATE']);
  });

  it('is a whole day where only the day is given', () => {
    const { event } = eventOf({ Title: 'Fair', Date: '2026-05-01' }, { timezone: 'Europe/Berlin' });
    expect(event).toMatchObject({ allDay: true, startLocal: '2026-05-01 00:00:00', endLocal: '2026-05-01 23:59:59' });
  });
});
