import { beforeEach, describe, expect, it } from 'vitest';
import { events } from '../../../server/importers/events/index.ts';
import { usualSpelling } from '../../../server/importers/events/likeness.ts';
import { type Json, type JsonObject, MATCH_TEXT_VERSION } from '../../../server/sdk/index.ts';
import { testEngine } from '../../helpers/engine.ts';
import { feedEvent, venue } from './calendar.ts';
import { storeFormerNames } from './formerNames.ts';

const test = testEngine({ workers: true, importers: [events] });

async function importRows(rows: readonly Json[], options: JsonObject = {}): Promise<string> {
  return test.start({ importer: 'events', mode: 'SYNC', source: { kind: 'rows', rows }, options });
}

async function counts(id: string) {
  const { status, created, updated, unchanged, failed } = await test.row(id);
  return { status, created, updated, unchanged, failed };
}

async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await test.pool.query<Row>(sql, values)).rows;
}

async function undo(id: string): Promise<void> {
  await test.engine.undoImport('test', id);
  expect((await test.ended(id)).status).toBe('UNDONE');
}

/** What a start of the process does. */
const prepare = () => test.context.database.transaction(async (tx) => events.prepare?.(tx));

/** The names, keys and changes that are stored. */
async function stored() {
  const entities = 'id, name, match_name, match_place, details';
  return {
    venues: await query(`SELECT ${entities} FROM venue ORDER BY id`),
    organizers: await query(`SELECT ${entities} FROM organizer ORDER BY id`),
    categories: await query(`SELECT ${entities} FROM event_category ORDER BY id`),
    decisions: await query('SELECT kind, key, entity_id FROM entity_rule ORDER BY kind, key'),
    matches: await query('SELECT kind, key, name, match_name, match_place FROM entity_match ORDER BY kind, key'),
    references: await query('SELECT * FROM entity_reference ORDER BY import_id, kind, key'),
    waiting: await query('SELECT id, waits_for, errors FROM failed_row ORDER BY id'),
    events: await query('SELECT id, slug, slug_start, venue_id FROM event ORDER BY id'),
    sightings: await query('SELECT import_id, slug_start, url FROM event_sighting ORDER BY 1, 2'),
    changes: (await query<{ changes: JsonObject }>('SELECT changes FROM provenance ORDER BY record_id, seq')).map(
      ({ changes }) => changes,
    ),
  };
}

const START = { start: '2026-05-01 20:00', timezone: 'America/New_York' };
const row = (title: string, more: JsonObject = {}) => ({
  ...START,
  title,
  venue: 'Conference Room A+',
  venueCity: 'दिल्ली',
  organizer: 'Hugoʼs; V.F.W. & Friends',
  category: `${title} talks`,
  ...more,
});
const ROWS = [
  row('C++ Night'),
  row('मेला'),
  row('Milonga', { venue: 'Hall #5 – East' }),
  row('No place', { venue: '' }),
];

beforeEach(async () => {
  await test.pool.query(
    'TRUNCATE event, venue, organizer, event_category, entity_rule, entity_match, provenance, import CASCADE',
  );
  await test.pool.query('COMMENT ON COLUMN venue.match_name IS NULL');
});

describe('names that an earlier version stored', () => {
  it('are found again by the same rows, and the import that brought them can be undone', async () => {
    const first = await importRows(ROWS);
    const now = await stored();
    await storeFormerNames(test.pool);
    expect(await stored()).not.toEqual(now);
    await prepare();
    expect(await stored()).toEqual(now);

    const again = await importRows(ROWS);
    expect(await counts(again)).toMatchObject({ status: 'COMPLETED', created: 0, updated: 0, unchanged: 4 });
    expect((await stored()).venues).toEqual(now.venues);
    await undo(again);
    await undo(first);
    expect(await query('SELECT 1 FROM event')).toEqual([]);
    expect(await query('SELECT 1 FROM venue')).toEqual([]);
  });

  it('are left as they are where the calendar gives the slug', async () => {
    const rows = [feedEvent(1, { title: 'C++ Night', slug: 'c-night', venue: venue(9, 'Room A+', 'Lund') })];
    await importRows(rows);
    const now = await stored();
    await storeFormerNames(test.pool);
    await prepare();
    expect(await stored()).toEqual(now);
    expect(now.events).toMatchObject([{ slug: 'c-night' }]);
  });

  it('are what an event was called before an import changed it, so that this import can be undone', async () => {
    const url = 'https://lund.example/night';
    await importRows([row('C++ Night', { url, category: 'Talks' })]);
    const second = await importRows([row('C# Night', { url, category: 'Talks' })]);
    const now = await stored();
    await storeFormerNames(test.pool);
    await prepare();
    // Of the first import, what it saw is known by what the event is called now.
    expect({ ...(await stored()), sightings: [] }).toEqual({ ...now, sightings: [] });
    await undo(second);
    expect(await query('SELECT title, slug FROM event')).toEqual([{ title: 'C++ Night', slug: 'c++-night' }]);
  });

  it('are what rows wait for and what a person decided', async () => {
    const parked = { unknownVenue: 'PARK', unknownCategory: 'PARK' };
    await importRows(ROWS, parked);
    await query(
      `INSERT INTO entity_rule (project_id, kind, key, name, decided_by)
       VALUES ('demo', 'VENUE', 'name:room a+|', 'Room A+', 'ada')`,
    );
    const now = await stored();
    expect(now.waiting).toHaveLength(4);
    await storeFormerNames(test.pool);
    await prepare();
    expect(await stored()).toEqual(now);
  });

  it('open a match for each name that rows wait for, where they waited for one of several names', async () => {
    await importRows([row('A', { category: 'C++' }), row('B', { category: 'C#' })], { unknownCategory: 'PARK' });
    for (const table of ['entity_match', 'entity_reference']) {
      await query(`DELETE FROM ${table} WHERE kind = 'CATEGORY' AND name = 'C#'`);
    }
    await storeFormerNames(test.pool);
    await prepare();
    expect(await query("SELECT key, name FROM entity_match WHERE kind = 'CATEGORY' ORDER BY key")).toEqual([
      { key: 'c#|', name: 'C#' },
      { key: 'c++|', name: 'C++' },
    ]);
    expect(await query('SELECT waits_for FROM failed_row ORDER BY row_number')).toEqual([
      { waits_for: ['CATEGORY:c++|'] },
      { waits_for: ['CATEGORY:c#|'] },
    ]);
  });

  it('become one with those that are now the same: what a person has looked at stays, and all refers to it', async () => {
    const first = await importRows([row('One', { venue: 'Mill™', organizer: 'Mill™', category: '' })]);
    await storeFormerNames(test.pool);
    for (const table of ['venue', 'organizer']) {
      await query(
        `INSERT INTO ${table} (id, project_id, name, match_name, match_place, details)
         SELECT gen_random_uuid(), 'demo', 'Mill', 'mill', match_place, details FROM ${table}`,
      );
    }
    await query(
      `INSERT INTO entity_rule (project_id, kind, key, entity_id, name, decided_by)
       SELECT 'demo', 'VENUE', 'name:old mill|', id, 'Old Mill', 'ada' FROM venue WHERE name = 'Mill™'`,
    );
    await prepare();
    const [mill, ...others] = await query<{ id: string; name: string }>('SELECT id, name FROM venue');
    expect([mill?.name, others]).toEqual(['Mill', []]);
    expect(await query('SELECT venue_id FROM event')).toEqual([{ venue_id: mill?.id }]);
    expect(await query("SELECT entity_id FROM entity_rule WHERE key = 'name:old mill|'")).toEqual([
      { entity_id: mill?.id },
    ]);
    await undo(first);
    expect(await query('SELECT 1 FROM event')).toEqual([]);
    expect(await query('SELECT name FROM organizer')).toEqual([{ name: 'Mill' }]);
  });

  it('are made anew once', async () => {
    await importRows(ROWS);
    await prepare();
    await storeFormerNames(test.pool);
    const former = await stored();
    await prepare();
    expect(await stored()).toEqual(former);
  });
});

/** As in tests/sdk/matchText.test.ts: keys of events hold names in their usual spelling. */
const SPELLINGS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  2: {
    'v f w hall': 'vfw hall',
    'bldg 5 fairgrnds': 'building five fairgrounds',
    '1st ch': 'first church',
    'lund theatre': 'lund theater',
    'st olga sch': 'saint olga school',
    'ave c++': 'avenue c++',
    'the mill of lund': 'the mill of lund',
  },
};

it('names in their usual spelling stay as they are until the version of the fold is raised', () => {
  const spellings = Object.entries(SPELLINGS[MATCH_TEXT_VERSION] ?? {});
  expect(spellings).not.toEqual([]);
  for (const [name, usual] of spellings) expect(usualSpelling(name)).toBe(usual);
});
