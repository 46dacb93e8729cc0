import { beforeAll, expect, test } from 'vitest';
import { contacts } from '../../server/importers/contacts/index.ts';
import { events } from '../../server/importers/events/index.ts';
import { taxonomy } from '../../server/importers/taxonomy/index.ts';
import type { JsonObject } from '../../server/sdk/index.ts';
import { testApi } from '../helpers/api.ts';

const api = testApi({ workers: true, importers: [contacts, taxonomy, events] });

interface ProvenanceEntry {
  readonly importId: string;
  readonly rowNumber: number | null;
  readonly outcome: string;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  readonly undo: { readonly result: string; readonly reason: { readonly text: string } | null } | null;
}

const HISTORY = `query ($recordId: ID!, $first: Int, $after: String) {
  recordHistory(projectId: "demo", recordId: $recordId, first: $first, after: $after) {
    totalCount pageInfo { endCursor } edges { node {
      rowNumber outcome fields { field before after } undo { result reason { text } } import { id } } } } }`;

async function read(recordId: string, args: object = {}) {
  const { data, errors } = await api.graphql(HISTORY, { recordId, ...args }, 'viewer');
  expect(errors).toBeUndefined();
  const { edges, pageInfo, totalCount } = data.recordHistory;
  const entries: ProvenanceEntry[] = edges.map(({ node }: { node: ProvenanceEntry & { import: { id: string } } }) => {
    const { import: made, ...entry } = node;
    return { ...entry, importId: made.id };
  });
  return { entries, totalCount, endCursor: pageInfo.endCursor };
}

/** What the history says, in a line each: who did what, and what changed. */
async function told(recordId: string): Promise<string[]> {
  const { entries } = await read(recordId);
  return entries.map(({ importId, outcome, fields, undo }) =>
    [
      names.get(importId),
      outcome,
      ...fields
        .filter(({ before, after }) => before !== null || after !== null)
        .map(({ field, before, after }) => `${field}: ${JSON.stringify(before)} to ${JSON.stringify(after)}`),
      ...(undo ? [undo.result] : []),
    ].join(' '),
  );
}

const names = new Map<string, string>();
const importRows = async (name: string, importer: string, row: JsonObject, more: object = {}) => {
  const id = await api.engine.start({ importer, mode: 'SYNC', source: { kind: 'rows', rows: [row] }, ...more });
  names.set(id, name);
  return id;
};
const undo = async (id: string) => {
  await api.engine.engine.undoImport('test', id);
  await api.engine.ended(id);
};
const idIn = async (table: string): Promise<string> =>
  (await api.engine.pool.query(`SELECT id FROM ${table}`)).rows[0].id;

const ids: Record<string, string> = {};
const imports: Record<string, { readonly first: string; readonly second: string }> = {};
const MILONGA = { Title: 'Milonga', 'Start date': '2026-03-11 20:00', 'Time zone': 'UTC', URL: 'https://c.example/e' };
const PLACE = { Venue: 'The Attic', 'Venue city': 'Lynn', Organizer: 'Tango Friends', Category: 'Dance' };

beforeAll(async () => {
  const ada = { 'First name': 'Ada', Email: 'ada@h.example.com', Company: 'Old' };
  const update = { onDuplicate: 'UPDATE' };
  const friends = { options: { listName: 'Friends' } };
  imports.contacts = {
    first: await importRows('first', 'contacts', ada),
    second: await importRows('second', 'contacts', { ...ada, Company: 'New' }, { ...update, ...friends }),
  };
  const page = { url: 'https://h.example.com/a', title: 'Old' };
  imports.taxonomy = {
    first: await importRows('first', 'taxonomy', page),
    second: await importRows('second', 'taxonomy', { ...page, title: 'New' }, update),
  };
  imports.events = {
    first: await importRows('first', 'events', { ...MILONGA, ...PLACE }),
    second: await importRows('second', 'events', { ...MILONGA, ...PLACE, Cost: '10' }, update),
  };
  for (const [importer, row] of [
    ['contacts', ada],
    ['events', { ...MILONGA, ...PLACE }],
  ] as const) {
    await importRows('dry', importer, row, { dryRun: true, ...(importer === 'contacts' ? friends : {}) });
  }
  for (const table of ['contact', 'contact_list', 'taxonomy_node', 'event', 'venue', 'organizer', 'event_category']) {
    ids[table] = await idIn(table);
  }
});

const of = (table: string) => told(ids[table] ?? '');

test('of every kind say which imports touched them, and field by field what each changed', async () => {
  const [second, first] = await of('contact');
  expect(second).toBe('second UPDATED company: "Old" to "New" lists: null to ["Friends"]');
  expect(first).toMatch(/^first CREATED firstName: null to "Ada".*company: null to "Old"/);
  expect(await of('contact_list')).toEqual(['second CREATED contacts: null to 1']);
  const [renamed, added] = await of('taxonomy_node');
  expect(renamed).toBe('second UPDATED title: "Old" to "New"');
  expect(added).toMatch(/^first CREATED url: null to "https:\/\/h.example.com\/a" title: null to "Old"/);
  const [dearer, made] = await of('event');
  expect(dearer).toBe('second UPDATED cost: null to "10"');
  expect(made).toMatch(new RegExp(`^first CREATED .*venueId: null to "${ids.venue}"`));
  expect(await of('venue')).toEqual([
    'second UNCHANGED',
    'first CREATED name: null to "The Attic" city: null to "Lynn"',
  ]);
  expect(await of('organizer')).toEqual(['second UNCHANGED', 'first CREATED name: null to "Tango Friends"']);
  expect((await of('event_category'))[1]).toMatch(/^first CREATED name: null to "Dance"/);
});

test('are paged by cursor, where many rows of an import may name them too', async () => {
  const page = await read(ids.venue ?? '', { first: 1 });
  expect(page.totalCount).toBe(2);
  const rest = await read(ids.venue ?? '', { first: 1, after: page.endCursor });
  expect(rest.entries.map(({ outcome, rowNumber }) => [outcome, rowNumber])).toEqual([['CREATED', null]]);
  const wrong = await api.graphql(HISTORY, { recordId: ids.venue, after: Buffer.from('x').toString('base64url') });
  expect(wrong.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
});

test('of another project have no history', async () => {
  for (const recordId of Object.values(ids)) {
    const { data } = await api.graphql(HISTORY.replace('"demo"', '"other"'), { recordId }, 'outsider');
    expect(data.recordHistory.totalCount).toBe(0);
  }
});

test('say what an undo took back and what it kept, also when they are gone', async () => {
  // Somebody has looked at the organizer: it stays.
  await api.engine.pool.query('UPDATE organizer SET needs_review = false');
  for (const { second } of Object.values(imports)) await undo(second);
  expect((await of('contact'))[0]).toBe('second UPDATED company: "Old" to "New" REVERSED');
  expect((await of('contact_list'))[0]).toBe('second CREATED REVERSED');
  expect((await of('taxonomy_node'))[0]).toBe('second UPDATED title: "Old" to "New" REVERSED');
  expect(await of('event')).toMatchObject([/REVERSED$/, /^first CREATED/].map((line) => expect.stringMatching(line)));
  for (const { first } of Object.values(imports)) await undo(first);
  expect((await of('contact'))[1]).toMatch(/^first CREATED .*REVERSED$/);
  expect((await of('taxonomy_node'))[1]).toMatch(/^first CREATED .*REVERSED$/);
  expect((await of('event'))[1]).toMatch(/^first CREATED .*REVERSED$/);
  expect(await of('venue')).toEqual(['second UNCHANGED', 'first CREATED REVERSED']);
  const { entries } = await read(ids.organizer ?? '');
  expect(entries[1]).toMatchObject({
    outcome: 'CREATED',
    undo: { result: 'KEPT', reason: { text: expect.any(String) } },
  });
});

test('a venue that was merged into another hands its history on', async () => {
  const row = (number: number, Venue: string) => ({
    ...MILONGA,
    URL: `https://c.example/m/${number}`,
    Title: `M${number}`,
    Venue,
  });
  await importRows('hall', 'events', row(1, 'Harbour Hall'));
  await importRows('strange', 'events', row(2, 'Zzyzx'));
  const { rows } = await api.engine.pool.query("SELECT id FROM venue WHERE name = 'Harbour Hall'");
  const question = await api.engine.pool.query("SELECT id FROM entity_match WHERE name = 'Zzyzx'");
  const { data } = await api.graphql(
    `mutation ($id: ID!, $entityId: ID!) { decideEntityMatches(input: { projectId: "demo",
       decisions: [{ id: $id, action: LINK, entityId: $entityId }] }) { __typename } }`,
    { id: question.rows[0].id, entityId: rows[0].id },
    'editor',
  );
  expect(data.decideEntityMatches.__typename).toBe('ReviewEntitiesSuccess');
  expect(await told(rows[0].id)).toEqual(['strange UNCHANGED', 'hall CREATED name: null to "Harbour Hall"']);
});
