import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createPreparer } from '../../../server/engine/apply/prepare.ts';
import type { EventInput } from '../../../server/importers/events/eventInput.ts';
import { events } from '../../../server/importers/events/index.ts';
import { type Db, type Json, type JsonObject, suggestMapping } from '../../../server/sdk/index.ts';
import { testEngine } from '../../helpers/engine.ts';
import { category, feedEvent, organizer, venue } from './calendar.ts';

const test = testEngine({ workers: true, importers: [events] });

interface Start {
  readonly options?: JsonObject;
  readonly dryRun?: boolean;
  readonly chunkSize?: number;
}

async function importRows(rows: readonly Json[], start: Start = {}): Promise<string> {
  return test.start({ importer: 'events', mode: 'SYNC', source: { kind: 'rows', rows }, ...start });
}

const counts = async (id: string) => {
  const { status, created, updated, unchanged, failed } = await test.row(id);
  return { status, created, updated, unchanged, failed };
};

async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await test.pool.query<Row>(sql, values)).rows;
}

async function undo(id: string): Promise<void> {
  await test.engine.undoImport('test', id);
  expect((await test.ended(id)).status).toBe('UNDONE');
}

const codesOf = async (id: string) =>
  (await query<{ code: string; count: number }>('SELECT code, count FROM import_warning WHERE import_id = $1', [id]))
    .map(({ code, count }) => `${code} ${count}`)
    .sort();

const venues = async () =>
  (await query<{ name: string }>('SELECT name FROM venue ORDER BY name')).map(({ name }) => name);

beforeEach(async () => {
  await test.pool.query('TRUNCATE event, venue, organizer, event_category, entity_rule, entity_match, import CASCADE');
});

describe('events', () => {
  it('are the same on the next day, whatever ids, counts of terms and dates of editing have become', async () => {
    const first = await importRows([feedEvent(1), feedEvent(2)]);
    expect(await counts(first)).toMatchObject({ status: 'COMPLETED', created: 2 });
    const again = feedEvent(1, {
      id: 10_000_099,
      modified: '2026-02-02 10:00:00',
      categories: [category(3, 'Practica', 99)],
      venue: { ...venue(41, 'Harbour Hall', 'Boston'), modified: '2026-02-02 10:00:00' },
    });
    expect(await counts(await importRows([again, feedEvent(2)]))).toMatchObject({
      unchanged: 2,
      updated: 0,
      created: 0,
    });
    expect(await venues()).toEqual(['Harbour Hall']);
  });

  it('are found by their URL when they move, and by slug and start when their URL changes', async () => {
    await importRows([feedEvent(1), feedEvent(2)]);
    const moved = feedEvent(1, { utc_start_date: '2026-03-11 00:00:00' });
    const renamed = feedEvent(2, { url: 'https://calendar.example/events/two/' });
    const id = await importRows([moved, renamed]);
    expect(await counts(id)).toMatchObject({ created: 0, updated: 2 });
    const { rows } = await test.pool.query('SELECT url, start_at FROM event ORDER BY slug');
    expect(rows).toEqual([
      { url: feedEvent(1).url, start_at: new Date('2026-03-11T00:00:00Z') },
      { url: 'https://calendar.example/events/two/', start_at: new Date('2026-03-10T23:00:00Z') },
    ]);
  });
});

describe('occurrences of a series', () => {
  const url = 'https://calendar.example/series/milonga/';
  const night = (day: number, changes: JsonObject = {}) =>
    feedEvent(1, {
      ...{ url, slug: 'milonga', id: 10_000_000 + day, global_id: `calendar.example?id=${10_000_000 + day}` },
      utc_start_date: `2026-03-${10 + day} 23:00:00`,
      utc_end_date: `2026-03-${10 + day} 23:30:00`,
      ...changes,
    });
  const range = { completeFrom: '2026-03-01', completeTo: '2026-03-31' };
  const renumbered = { id: 10_000_777, global_id: 'calendar.example?id=10000777' };

  it('with one URL are an event each, over chunks and days, and one that vanished is missing', async () => {
    const nights = [1, 2, 3].map((day) => night(day));
    const others = Array.from({ length: 9 }, (_, index) => feedEvent(20 + index));
    const first = await importRows([...nights.slice(0, 2), ...others, ...nights.slice(2)], { chunkSize: 10 });
    expect(await counts(first)).toMatchObject({ status: 'COMPLETED', created: 12 });
    const again = [night(1, renumbered), night(3), ...others];
    const dry = await importRows(again, { options: range, dryRun: true });
    const second = await importRows(again, { options: range });
    expect(await counts(second)).toMatchObject({ created: 0, updated: 0, unchanged: 11 });
    for (const id of [dry, second]) expect(await codesOf(id)).toContain('MISSING_EVENTS 1');
    // Days on which only one of them stands in the feed.
    expect(await counts(await importRows([night(4)]))).toMatchObject({ created: 1, updated: 0 });
    expect(await counts(await importRows([night(4)]))).toMatchObject({ unchanged: 1 });
    const starts = await query<{ day: number }>(
      'SELECT extract(day FROM start_at)::int AS day FROM event WHERE url = $1 ORDER BY 1',
      [url],
    );
    expect(starts.map(({ day }) => day)).toEqual([11, 12, 13, 14]);
  });

  it('whose URL names its own day have moved when they start at another time of it', async () => {
    const dated = 'https://calendar.example/event/milonga/2026-03-11/';
    await importRows([night(1, { url: dated })]);
    const later = night(1, { ...renumbered, url: dated, utc_start_date: '2026-03-11 23:15:00' });
    expect(await counts(await importRows([later]))).toMatchObject({ created: 0, updated: 1 });
  });

  it('are told apart without such ids too, when one source has several of them', async () => {
    const plain = [1, 2].map((day) => night(day, { id: day, global_id: `calendar.example?id=${day}` }));
    expect(await counts(await importRows(plain))).toMatchObject({ created: 2 });
    const back = await importRows(plain.toReversed(), { options: range });
    expect(await counts(back)).toMatchObject({ unchanged: 2, updated: 0 });
    const one = await importRows(plain.slice(1), { options: range });
    expect(await counts(one)).toMatchObject({ unchanged: 1 });
    expect(await codesOf(one)).toContain('MISSING_EVENTS 1');
  });
});

describe('venues, organizers and categories', () => {
  it('are found by name and place, by the id that a source gave them, and by similarity, over chunks too', async () => {
    const rows = [
      feedEvent(1, { venue: venue(41, 'The Harbour Hall', 'Boston') }),
      ...Array.from({ length: 9 }, (_, index) => feedEvent(10 + index)),
      feedEvent(2, { venue: venue(42, 'the harbour\u200b hall', 'BOSTON') }),
      feedEvent(3, { venue: venue(41, 'Renamed Since', 'Boston') }),
      feedEvent(4, { venue: venue(43, 'The Harbor Hall', 'Boston') }),
      feedEvent(5, { venue: venue(44, 'The Harbour Hall', 'Salem') }),
      feedEvent(6, { venue: venue(45, 'The Harbour Hall 2', 'Boston') }),
    ].map((row, index) => (index > 0 && index < 10 ? { ...row, venue: venue(41, 'The Harbour Hall', 'Boston') } : row));
    const id = await importRows(rows, { chunkSize: 10, options: { similarity: 0.6 } });
    expect(await counts(id)).toMatchObject({ status: 'COMPLETED', created: 15 });
    expect(await venues()).toEqual(['The Harbour Hall', 'The Harbour Hall', 'The Harbour Hall 2']);
    const used = await query<{ slugs: string[] }>(
      "SELECT array_agg(slug ORDER BY slug) AS slugs FROM event WHERE slug < 'event-1' OR slug ~ '^event-[2-9]$' GROUP BY venue_id ORDER BY 1",
    );
    expect(used.map(({ slugs }) => slugs)).toEqual([['event-2', 'event-3', 'event-4'], ['event-5'], ['event-6']]);
    expect(await codesOf(id)).toContain('VENUE_BY_SIMILARITY 1');
  });

  it('that are unknown park their rows with an error each, and nothing of those rows is made', async () => {
    const options = { unknownVenue: 'PARK', unknownOrganizer: 'PARK' };
    const id = await importRows([feedEvent(1), feedEvent(2, { venue: [], organizer: [] })], { options });
    expect(await counts(id)).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', created: 1, failed: 1 });
    const [row] = await query<{ errors: JsonObject[]; waits_for: string[] }>(
      'SELECT errors, waits_for FROM failed_row',
    );
    expect(row?.errors).toMatchObject([
      { code: 'UNRESOLVED_VENUE', field: 'venue', column: 'venue', value: 'Harbour Hall' },
      { code: 'UNRESOLVED_ORGANIZER', field: 'organizer', column: 'organizer', value: 'Tango Friends' },
    ]);
    expect(row?.waits_for).toEqual(['VENUE:harbour hall|boston', 'ORGANIZER:tango friends|']);
    expect(await query('SELECT name FROM event_category')).toEqual([{ name: 'Practica' }]);
    expect(await venues()).toEqual([]);
  });

  it('are asked for with the same few statements, however many there are', async () => {
    const statements = async (number: number) => {
      const rows = Array.from({ length: number }, (_, index) =>
        feedEvent(index, { venue: venue(index, `Place ${index}`) }),
      );
      const columns = Object.keys(feedEvent(1));
      const options = events.options.parse({});
      const prepare = createPreparer(
        events,
        columns,
        { ...suggestMapping(events, columns), fieldRules: [] },
        { similarity: 0.7 },
      );
      const inputs = rows.flatMap(
        (row, index) => prepare({ number: index, line: null, values: Object.values(row) }).inputs,
      );
      let asked = 0;
      const db: Db = {
        query: (text, values) => {
          asked += 1;
          return test.context.database.query(text, values);
        },
      };
      const scope = { projectId: 'demo', importId: randomUUID() };
      const none = { warn: () => {}, rules: async () => new Map(), foretold: async () => [] };
      const context = { ...scope, ...none, options, dryRun: true, checkOnly: false, store: events.store };
      await events.resolve?.(db, inputs as EventInput[], context);
      return asked;
    };
    expect(await statements(50)).toBe(await statements(2));
  });
});

describe('a dry run', () => {
  it('makes nothing, and foretells what the import does, over chunks too', async () => {
    const rows = Array.from({ length: 25 }, (_, index) =>
      feedEvent(index, { organizer: [organizer(index % 3, `Host number ${'abc'[index % 3]}`)] }),
    );
    const repeated = [...rows, feedEvent(3, { organizer: [organizer(0, 'Host number a')] })];
    const dry = await importRows(repeated, { dryRun: true, chunkSize: 10, options: { similarity: 1 } });
    for (const table of ['event', 'venue', 'organizer', 'event_category', 'entity_rule', 'entity_match']) {
      expect(await query(`SELECT 1 FROM ${table}`), table).toEqual([]);
    }
    const real = await importRows(repeated, { chunkSize: 10, options: { similarity: 1 } });
    expect(await counts(dry)).toEqual(await counts(real));
    expect(await codesOf(dry)).toEqual((await codesOf(real)).filter((code) => !code.startsWith('SAME_SOURCE')));
  });
});

describe('an undo', () => {
  it('takes the events back and what was made for them, but nothing that others use or somebody has looked at', async () => {
    const first = await importRows([feedEvent(1), feedEvent(2, { venue: venue(50, 'Old Mill', 'Salem') })]);
    await query("UPDATE venue SET needs_review = false WHERE name = 'Old Mill'");
    const second = await importRows([
      feedEvent(3, { venue: venue(60, 'New Place', 'Lynn') }),
      feedEvent(4, { venue: venue(50, 'Old Mill', 'Salem') }),
    ]);
    await undo(second);
    expect(await venues()).toEqual(['Harbour Hall', 'Old Mill']);
    await undo(first);
    expect(await venues()).toEqual(['Old Mill']);
    expect(await query('SELECT 1 FROM event')).toEqual([]);
    expect(await query('SELECT name FROM organizer')).toEqual([]);
    expect(await query("SELECT 1 FROM entity_match WHERE kind <> 'VENUE'")).toEqual([]);
  });
});

describe('an event that vanished', () => {
  const range = { completeFrom: '2026-03-10', completeTo: '2026-03-10' };

  it('is reported, and stays unless the import is told to remove it; then an undo brings it back', async () => {
    await importRows([
      feedEvent(1),
      feedEvent(2),
      feedEvent(3, { utc_start_date: '2026-04-01 20:00:00', utc_end_date: '2026-04-01 23:00:00' }),
    ]);
    const reported = await importRows([feedEvent(1)], { options: range });
    expect(await counts(reported)).toMatchObject({ unchanged: 1, updated: 0 });
    expect(await codesOf(reported)).toContain('MISSING_EVENTS 1');
    expect(await query('SELECT 1 FROM event WHERE removed')).toEqual([]);

    const removing = await importRows([feedEvent(1)], { options: { ...range, removeMissing: true } });
    const removed = () => query<{ slug: string }>('SELECT slug FROM event WHERE removed');
    expect(await removed()).toEqual([{ slug: 'event-2' }]);
    await undo(removing);
    expect(await removed()).toEqual([]);

    await importRows([feedEvent(1)], { options: { ...range, removeMissing: true } });
    const back = await importRows([feedEvent(1), feedEvent(2)], { options: range });
    expect(await counts(back)).toMatchObject({ unchanged: 1, updated: 1 });
    expect(await removed()).toEqual([]);
  });

  it('is not missing when its row is parked, and nothing is removed while rows are failed', async () => {
    await importRows([feedEvent(1), feedEvent(2), feedEvent(3)]);
    const options = { ...range, removeMissing: true, unknownVenue: 'PARK' };
    const id = await importRows([feedEvent(1), feedEvent(2, { venue: venue(99, 'Elsewhere', 'Lynn') })], { options });
    expect(await codesOf(id)).toContain('MISSING_EVENTS 1');
    expect(await query('SELECT 1 FROM event WHERE removed')).toEqual([]);
  });
});
