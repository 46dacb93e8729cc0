import { beforeAll, expect, test } from 'vitest';
import { csv } from '../helpers/engine.ts';
import { addPerson, type Person } from '../helpers/persons.ts';
import { testServer } from '../helpers/server.ts';

const server = testServer({ workers: true });
let root: Person;

beforeAll(async () => {
  root = await addPerson(server, 'root@example.org', { administrator: true, roles: { demo: 'EDITOR' } });
});

const SWITCH = `mutation ($input: SwitchStartingInput!) { switchStarting(input: $input) { __typename
  ... on SwitchStartingSuccess { data { name startable notStartableReason { text } } } ... on Error { code message } } }`;

const START = `mutation { startImport(input: { projectId: "demo", importer: "people", idempotencyKey: "once",
  source: { rows: [{ name: "Ada", email: "ada@example.org" }] } }) {
  __typename ... on StartImportSuccess { data { id } } ... on Error { code message } } }`;

const change = async (input: object) => (await root.graphql(SWITCH, { input })).data.switchStarting;
const start = async (query = START) => (await server.graphql(query, {}, 'editor')).data.startImport;

test('an administrator of the server switches starting off: what runs goes on, what is new is refused in words', async () => {
  const people = Array.from({ length: 2000 }, (_, index) => [`P${index}`, `+1202${5_000_000 + index}`, '']);
  const running = await server.engine.start({ source: csv(...people), chunkSize: 10, mode: 'ASYNC' });
  const off = await change({ importer: 'people', on: false, reason: 'The CRM moves.' });
  expect(off.data).toEqual([
    {
      ...{ name: 'people', startable: false },
      notStartableReason: { text: expect.stringMatching(/root@example.org .*The CRM moves/) },
    },
  ]);
  expect(await start()).toMatchObject({
    __typename: 'ConflictError',
    code: 'STARTING_SWITCHED_OFF',
    message: expect.stringContaining('The CRM moves.'),
  });
  await server.engine.engine.pauseImport('test', running);
  await server.engine.engine.resumeImport('test', running, {});
  expect(await server.engine.ended(running)).toMatchObject({ status: 'COMPLETED', counts: { created: 2000 } });

  await change({ importer: 'people', on: true });
  const { __typename, data } = await start();
  expect(__typename).toBe('StartImportSuccess');
  await change({ on: false });
  // What was started is answered with as before.
  expect((await start()).data).toEqual(data);
  const fresh = START.replace('"once"', '"other"');
  expect(await start(fresh)).toMatchObject({
    code: 'STARTING_SWITCHED_OFF',
    message: expect.stringMatching(/^Starting imports was/),
  });
  // The switch of one importer does not undo that of all.
  await change({ importer: 'people', on: true });
  expect(await start(fresh)).toMatchObject({ code: 'STARTING_SWITCHED_OFF' });
  expect((await change({ on: true })).data).toEqual([{ name: 'people', startable: true, notStartableReason: null }]);
  expect(await start(fresh)).toMatchObject({ __typename: 'StartImportSuccess' });
});

test('every switch is kept with who, when and why, for administrators to read', async () => {
  const query = '{ startSwitches(first: 2) { totalCount edges { cursor node { importer on reason actor at } } } }';
  const { data } = await root.graphql(query);
  expect(data.startSwitches.totalCount).toBe(5);
  expect(data.startSwitches.edges[0].node).toMatchObject({ importer: null, on: true, actor: 'root@example.org' });
  const after = data.startSwitches.edges[1].cursor;
  const rest = await root.graphql(`{ startSwitches(after: "${after}") { edges { node { importer on reason } } } }`);
  expect(rest.data.startSwitches.edges.map(({ node }: { node: object }) => node)).toEqual([
    { importer: null, on: false, reason: null },
    { importer: 'people', on: true, reason: null },
    { importer: 'people', on: false, reason: 'The CRM moves.' },
  ]);
  const { errors } = await server.graphql(query, {}, 'admin');
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('nobody else switches, and an importer that is not there cannot be switched', async () => {
  const { data } = await server.graphql(SWITCH, { input: { on: false } }, 'admin');
  expect(data.switchStarting).toMatchObject({ __typename: 'ForbiddenError' });
  expect(await change({ importer: 'nothing', on: false })).toMatchObject({ __typename: 'NotFoundError' });
  expect(await change({ on: false, reason: 'x'.repeat(501) })).toMatchObject({ __typename: 'InvalidInputError' });
  expect((await start(START.replace('"once"', '"third"'))).__typename).toBe('StartImportSuccess');
});
