import { beforeEach, describe, expect, it } from 'vitest';
import { events } from '../../server/importers/events/index.ts';
import type { JsonObject } from '../../server/sdk/index.ts';
import { type Somebody, testApi } from '../helpers/api.ts';
import { until } from '../helpers/until.ts';
import { category, feedEvent, organizer, venue } from '../importers/events/calendar.ts';

const api = testApi({ workers: true, importers: [events] });

async function ask(query: string, variables: Record<string, unknown> = {}, who: Somebody = 'editor') {
  const { data, errors } = await api.graphql(query, variables, who);
  expect(errors).toBeUndefined();
  return data;
}

const importRows = (rows: readonly JsonObject[], options: JsonObject = {}, dryRun = false) =>
  api.engine.start({ importer: 'events', mode: 'SYNC', source: { kind: 'rows', rows }, options, dryRun });

const PARK = { unknownVenue: 'PARK', unknownOrganizer: 'PARK', unknownCategory: 'PARK' };

const QUEUE = `query ($kind: EntityKind) { entityMatches(projectId: "demo", filter: { kind: $kind }) { totalCount edges { node {
  id kind name source sourceId createdEntityId waitingRows candidates { entityId name score } } } } }`;

const queue = async (kind?: string) =>
  (await ask(QUEUE, { kind })).entityMatches.edges.map(({ node }: { node: unknown }) => node);

const RESOLVE = `mutation ($decisions: [EntityMatchDecisionInput!]!, $projectId: ID! = "demo") {
  decideEntityMatches(input: { projectId: $projectId, decisions: $decisions }) { __typename ... on Error { code message }
    ... on ReviewEntitiesSuccess { data { decided releasedRows releasedImportIds } } } }`;

const resolve = async (decisions: readonly object[], who: Somebody = 'editor') =>
  (await ask(RESOLVE, { decisions }, who)).decideEntityMatches;

const create = async (kind: string, name: string, details: JsonObject = {}): Promise<string> => {
  const query = `mutation ($input: CreateEntityInput!) { createEntity(input: $input) { ... on Error { message } ... on CreateEntitySuccess { data } } }`;
  return (await ask(query, { input: { projectId: 'demo', kind, name, details } })).createEntity.data;
};

const LIST = `{ events(projectId: "demo") { totalCount edges { node { title venue { name city } organizers { name } categories { name } } } } }`;
const listed = async () => (await ask(LIST)).events.edges.map(({ node }: { node: unknown }) => node);

const statusOf = async (id: string) => {
  const { status, failed, created } = await api.engine.row(id);
  return { status, failed, created };
};

const untilStatus = (id: string, status: string) =>
  until(async () => (await statusOf(id)).status === status, { what: `${id} to be ${status}` });

beforeEach(async () => {
  await api.engine.pool.query(
    'TRUNCATE event, venue, organizer, event_category, entity_rule, entity_match, import CASCADE',
  );
});

describe('the review queue', () => {
  it('links, makes and ignores; the parked rows go by themselves, and later imports need not ask', async () => {
    const hall = await create('VENUE', 'Old Harbour Hall of Boston', { city: 'Boston' });
    const id = await importRows([feedEvent(1), feedEvent(2)], PARK);
    expect(await statusOf(id)).toEqual({ status: 'COMPLETED_WITH_ERRORS', failed: 2, created: 0 });
    const asked = await queue();
    expect(asked).toMatchObject([
      {
        kind: 'VENUE',
        name: 'Harbour Hall',
        source: 'calendar.example',
        sourceId: '41',
        createdEntityId: null,
        waitingRows: 2,
      },
      { kind: 'ORGANIZER', name: 'Tango Friends', waitingRows: 2, candidates: [] },
      { kind: 'CATEGORY', name: 'Practica', waitingRows: 2 },
    ]);
    expect(asked[0].candidates).toMatchObject([{ entityId: hall, name: 'Old Harbour Hall of Boston' }]);

    expect(await resolve([{ id: asked[0].id, action: 'LINK', entityId: hall }])).toMatchObject({
      data: { decided: 1, releasedRows: 0, releasedImportIds: [] },
    });
    expect(await statusOf(id)).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', failed: 2 });
    const rest = [
      { id: asked[1].id, action: 'CREATE' },
      { id: asked[2].id, action: 'IGNORE' },
    ];
    expect(await resolve(rest)).toMatchObject({ data: { decided: 2, releasedRows: 2, releasedImportIds: [id] } });
    await untilStatus(id, 'COMPLETED');
    const event = {
      venue: { name: 'Old Harbour Hall of Boston', city: 'Boston' },
      organizers: [{ name: 'Tango Friends' }],
      categories: [],
    };
    expect(await listed()).toMatchObject([event, event]);
    expect(await queue()).toEqual([]);

    const renamed = feedEvent(3, { venue: venue(41, 'Renamed', 'Boston') });
    expect(await statusOf(await importRows([renamed], PARK))).toEqual({ status: 'COMPLETED', failed: 0, created: 1 });
    expect((await listed())[2]).toMatchObject(event);
  });

  it('holds what imports made, and an answer has the events follow', async () => {
    await importRows(
      [feedEvent(1), feedEvent(2, { organizer: [organizer(8, 'Tango Friendz'), organizer(9, 'Guests')] })],
      {
        similarity: 1,
      },
    );
    const made = await queue('ORGANIZER');
    expect(made.map(({ name }: { name: string }) => name)).toEqual(['Tango Friends', 'Tango Friendz', 'Guests']);
    const [friends, friendz, guests] = made;
    expect(
      await resolve([
        { id: friendz.id, action: 'LINK', entityId: friends.createdEntityId },
        { id: guests.id, action: 'IGNORE' },
        { id: friends.id, action: 'CREATE' },
      ]),
    ).toMatchObject({ data: { decided: 3 } });
    expect((await listed()).map(({ organizers }: { organizers: unknown }) => organizers)).toEqual([
      [{ name: 'Tango Friends' }],
      [{ name: 'Tango Friends' }],
    ]);
    const again = feedEvent(2, { organizer: [organizer(8, 'Tango Friendz'), organizer(9, 'Guests')] });
    const id = await importRows([again], { similarity: 1 });
    expect(await api.engine.row(id)).toMatchObject({ unchanged: 1, updated: 0 });
    const names = await ask(
      `{ organizers(projectId: "demo", filter: { needsReview: false }) { totalCount edges { node { name } } } }`,
    );
    expect(names.organizers).toEqual({ totalCount: 1, edges: [{ node: { name: 'Tango Friends' } }] });
  });

  it('releases the rows of a paused import when it is resumed, and shows those of a dry run', async () => {
    const rows = [feedEvent(1), feedEvent(2, { venue: [], organizer: [], categories: [] })];
    const id = await api.engine.start({
      ...{ importer: 'events', mode: 'ASYNC', source: { kind: 'rows', rows }, options: PARK },
    });
    await api.engine.ended(id);
    await api.engine.pool.query("UPDATE import SET status = 'PAUSED' WHERE id = $1", [id]);
    const asked = await queue();
    const answer = await resolve(asked.map((each: { id: string }) => ({ id: each.id, action: 'CREATE' })));
    expect(answer).toMatchObject({ data: { decided: 3, releasedRows: 0 } });
    expect(await statusOf(id)).toMatchObject({ status: 'PAUSED', failed: 1 });
    await api.engine.engine.resumeImport('test', id, {});
    await untilStatus(id, 'COMPLETED');

    const dry = await importRows([feedEvent(7, { venue: venue(90, 'Elsewhere', 'Lynn') })], PARK, true);
    const [elsewhere] = await queue();
    expect(elsewhere).toMatchObject({ name: 'Elsewhere', waitingRows: 1 });
    await resolve([{ id: elsewhere.id, action: 'CREATE' }]);
    await untilStatus(dry, 'COMPLETED');
    expect((await listed()).length).toBe(2);
  });

  it('releases the rows of an import that is at work, behind its others', async () => {
    const id = await importRows([feedEvent(1)], PARK);
    await api.engine.pool.query("UPDATE import SET status = 'RUNNING' WHERE id = $1", [id]);
    const decisions = (await queue()).map((each: { id: string }) => ({ id: each.id, action: 'CREATE' }));
    expect(await resolve(decisions)).toMatchObject({ data: { decided: 3, releasedRows: 1 } });
    await untilStatus(id, 'COMPLETED');
    expect(await statusOf(id)).toMatchObject({ failed: 0, created: 1 });
  });

  it('comes with what rows wait for before what an import made, page by page', async () => {
    await importRows([feedEvent(1, { organizer: [], categories: [] })]);
    await importRows([feedEvent(2, { venue: venue(77, 'The Attic'), categories: [] })], PARK);
    const PAGE = `query ($after: String) { entityMatches(projectId: "demo", first: 1, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { name waitingRows createdEntityId } } } }`;
    const seen: { name: string; waitingRows: number; createdEntityId: string | null }[] = [];
    let next: { hasNextPage: boolean; endCursor: string | null } = { hasNextPage: true, endCursor: null };
    while (next.hasNextPage) {
      const { edges, pageInfo } = (await ask(PAGE, { after: next.endCursor })).entityMatches;
      seen.push(...edges.map(({ node }: { node: (typeof seen)[number] }) => node));
      next = pageInfo;
    }
    expect(seen.map(({ name, waitingRows }) => [name, waitingRows])).toEqual([
      ['The Attic', 1],
      ['Tango Friends', 1],
      ['Harbour Hall', 0],
    ]);
    expect(
      (await api.graphql(PAGE, { after: Buffer.from('2 x').toString('base64url') }, 'editor')).errors,
    ).toBeDefined();
  });

  it('refuses what is not there, what is decided already, and who may not edit', async () => {
    await importRows([feedEvent(1)], PARK);
    const [asked] = await queue('VENUE');
    const link = { id: asked.id, action: 'LINK', entityId: asked.id };
    expect(await resolve([link])).toMatchObject({ __typename: 'InvalidInputError' });
    expect(await resolve([{ id: asked.id, action: 'LINK' }])).toMatchObject({ __typename: 'InvalidInputError' });
    expect(await resolve([])).toMatchObject({ __typename: 'InvalidInputError' });
    expect(await resolve([{ id: asked.id, action: 'CREATE' }], 'viewer')).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(await resolve([{ id: asked.id, action: 'CREATE' }], 'outsider')).toMatchObject({
      __typename: 'NotFoundError',
    });
    const elsewhere = await ask(
      RESOLVE,
      { projectId: 'other', decisions: [{ id: asked.id, action: 'CREATE' }] },
      'outsider',
    );
    expect(elsewhere.decideEntityMatches).toMatchObject({ __typename: 'NotFoundError' });
    expect((await ask(QUEUE, {}, 'outsider')).entityMatches).toEqual({ totalCount: 0, edges: [] });
    await resolve([{ id: asked.id, action: 'IGNORE' }]);
    expect(await resolve([{ id: asked.id, action: 'IGNORE' }])).toMatchObject({ __typename: 'NotFoundError' });
  });
});

describe('the mapping table', () => {
  it("maps a calendar's category to the project's own or to nothing, before and after it is met", async () => {
    const own = await create('CATEGORY', 'Dance');
    const map = async (name: string, entityId: string | null) => {
      const query = `mutation ($input: SetEntityRuleInput!) { setEntityRule(input: $input) { ... on Error { code message } ... on ReviewEntitiesSuccess { data { decided releasedRows } } } }`;
      return (await ask(query, { input: { projectId: 'demo', kind: 'CATEGORY', name, entityId } })).setEntityRule;
    };
    await map('Milonga', own);
    const rows = [
      feedEvent(1, { categories: [category(1, 'MILONGA'), category(2, 'Practica'), category(4, 'Other')] }),
    ];
    const id = await importRows(rows, { unknownCategory: 'PARK' });
    expect(await map('Practica', null)).toEqual({ data: { decided: 1, releasedRows: 0 } });
    expect(await map('other', own)).toEqual({ data: { decided: 1, releasedRows: 1 } });
    await untilStatus(id, 'COMPLETED');
    expect((await listed())[0].categories).toEqual([{ name: 'Dance' }]);

    const TABLE = `{ entityRules(projectId: "demo", kind: CATEGORY) { totalCount edges { node { key name entityName decidedBy } } } }`;
    const table = (await ask(TABLE)).entityRules;
    const named = table.edges.filter(({ node }: { node: { key: string } }) => node.key.startsWith('name:'));
    expect(named.map(({ node }: { node: object }) => node)).toEqual([
      { key: 'name:milonga|', name: 'Milonga', entityName: 'Dance', decidedBy: 'key:editor' },
      { key: 'name:other|', name: 'Other', entityName: 'Dance', decidedBy: 'key:editor' },
      { key: 'name:practica|', name: 'Practica', entityName: null, decidedBy: 'key:editor' },
    ]);
    const forget = `mutation { deleteEntityRule(projectId: "demo", kind: CATEGORY, key: "name:milonga|") { __typename } }`;
    expect(await ask(forget)).toEqual({ deleteEntityRule: { __typename: 'ReviewEntitiesSuccess' } });
    expect(await ask(forget)).toEqual({ deleteEntityRule: { __typename: 'NotFoundError' } });
  });
});

describe('the lists', () => {
  it('are filtered, ordered and paged with as many statements for one event as for many', async () => {
    const rows = Array.from({ length: 20 }, (_, index) =>
      feedEvent(index, {
        title: `Title ${String(20 - index).padStart(2, '0')}`,
        utc_start_date: `2026-03-${10 + index} 10:00:00`,
        utc_end_date: `2026-03-${10 + index} 12:00:00`,
      }),
    );
    await importRows(rows);
    const PAGE = `query ($first: Int, $filter: EventFilter, $orderBy: EventOrder) { events(projectId: "demo", first: $first, filter: $filter, orderBy: $orderBy) {
      totalCount edges { node { title venue { name } organizers { name } categories { name } } } } }`;
    const titles = async (variables: object) =>
      (await ask(PAGE, { ...variables })).events.edges.map(({ node }: { node: { title: string } }) => node.title);
    expect(await titles({ first: 2 })).toEqual(['Title 20', 'Title 19']);
    expect(await titles({ first: 2, orderBy: { field: 'TITLE', direction: 'ASC' } })).toEqual(['Title 01', 'Title 02']);
    expect(await titles({ filter: { search: 'title 07' } })).toEqual(['Title 07']);
    expect(await titles({ filter: { startsBefore: '2026-03-11T00:00:00Z' } })).toEqual(['Title 20']);
    const { venues } = await ask('{ venues(projectId: "demo") { edges { node { id } } } }');
    expect(await titles({ first: 1, filter: { venueId: venues.edges[0].node.id } })).toEqual(['Title 20']);
    expect(await titles({ filter: { organizerId: venues.edges[0].node.id } })).toEqual([]);
    const ONE = `query ($id: ID!) { event(id: $id) { title venue { name } organizers { name } } venue(id: $id) { name } organizer(id: $id) { name } }`;
    const [first] = (await ask('{ events(projectId: "demo", first: 1) { edges { node { id } } } }')).events.edges;
    expect(await ask(ONE, { id: first.node.id })).toEqual({
      ...{ event: { title: 'Title 20', venue: { name: 'Harbour Hall' }, organizers: [{ name: 'Tango Friends' }] } },
      ...{ venue: null, organizer: null },
    });
    expect(await ask(ONE, { id: venues.edges[0].node.id })).toEqual({
      ...{ event: null, venue: { name: 'Harbour Hall' }, organizer: null },
    });
    const one = await api.countQueries(() => titles({ first: 1 }));
    expect(await api.countQueries(() => titles({ first: 20 }))).toBe(one);
    expect((await ask(LIST, {}, 'outsider')).events.totalCount).toBe(0);
  });
});
