import { expect, test } from 'vitest';
import { type Somebody, testApi } from '../helpers/api.ts';
import { csv } from '../helpers/engine.ts';

const api = testApi({ workers: true });

const HISTORY = `query ($recordId: ID!, $projectId: ID!, $first: Int, $after: String) {
  recordHistory(recordId: $recordId, projectId: $projectId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { rowNumber outcome fields { field before after }
      import { id sourceName importerName status createdAt createdBy project { id } counts { total } } } } } }`;

async function history(recordId: string, args: Record<string, unknown> = {}, who: Somebody = 'viewer') {
  const { data, errors } = await api.graphql(HISTORY, { recordId, projectId: 'demo', ...args }, who);
  expect(errors).toBeUndefined();
  const { edges, ...list } = data.recordHistory;
  return { ...list, nodes: edges.map((edge: { node: Record<string, unknown> }) => edge.node) };
}

async function recordOf(phone: string): Promise<string> {
  const { rows } = await api.engine.pool.query('SELECT id FROM contact WHERE phone = $1', [phone]);
  return rows[0].id;
}

test('a record tells every import and row that touched it, the newest first, dry runs left out', async () => {
  const phone = '+16175550001';
  const first = await api.engine.start({ source: csv(['Ada', phone, '']) });
  const second = await api.engine.start({
    source: csv(['Bo', '+16175550002', ''], ['Ada', phone, 'ada@x.org'], ['Ada', phone, '']),
  });
  await api.engine.start({ source: csv(['Dry', phone, '']), dryRun: true });
  const recordId = await recordOf(phone);
  const told = await history(recordId);
  expect(told.totalCount).toBe(3);
  expect(told.nodes).toMatchObject([
    { rowNumber: 3, outcome: 'UNCHANGED', fields: [], import: { id: second } },
    {
      rowNumber: 2,
      outcome: 'UPDATED',
      fields: [{ field: 'email', before: null, after: 'ada@x.org' }],
      import: { id: second, sourceName: 'people.csv', counts: { total: 3 } },
    },
    {
      rowNumber: 1,
      outcome: 'CREATED',
      import: { id: first, importerName: 'people', status: 'COMPLETED', createdBy: 'test', project: { id: 'demo' } },
    },
  ]);
  expect(told.nodes[2].fields).toContainEqual({ field: 'firstName', before: null, after: 'Ada' });
  const page = await history(recordId, { first: 2 });
  expect(page.pageInfo.hasNextPage).toBe(true);
  const rest = await history(recordId, { first: 2, after: page.pageInfo.endCursor });
  expect(rest.nodes).toEqual(told.nodes.slice(2));

  await api.engine.engine.undoImport('test', second);
  await api.engine.ended(second);
  const statuses = (await history(recordId)).nodes.map((node: { import: { status: string } }) => node.import.status);
  expect(statuses).toEqual(['UNDONE', 'UNDONE', 'COMPLETED']);
});

test('a record that many rows touched tells them in their order', async () => {
  const phone = '+16175550301';
  const rows = Array.from({ length: 120 }, (_, index) => [`Ada ${index}`, phone, '']);
  await api.engine.start({ source: csv(...rows), chunkSize: 50 });
  const { nodes } = await history(await recordOf(phone), { first: 1_000 });
  const numbers = nodes.map((node: { rowNumber: number }) => node.rowNumber);
  expect(numbers).toEqual(rows.map((_, index) => rows.length - index));
});

test('a page is read in as many statements, however many imports it tells of', async () => {
  const phone = '+16175550101';
  for (const name of ['A', 'B', 'C', 'D']) await api.engine.start({ source: csv([name, phone, '']) });
  const recordId = await recordOf(phone);
  const read = (first: number) => api.countQueries(() => history(recordId, { first }));
  expect((await history(recordId)).nodes).toHaveLength(4);
  expect(await read(4)).toBe(await read(1));
});

test('a record of another project looks like one that is not there', async () => {
  const phone = '+16175550201';
  await api.engine.start({ source: csv(['Ada', phone, '']) });
  const ownRecord = await recordOf(phone);
  const nothing = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] };
  expect((await history(ownRecord)).totalCount).toBe(1);
  expect(await history(ownRecord, {}, 'outsider')).toEqual(nothing);
  expect(await history(ownRecord, { projectId: 'other' }, 'outsider')).toEqual(nothing);
  expect(await history('0196f1a0-0000-7000-8000-000000000000')).toEqual(nothing);
  expect(await history('no-uuid')).toEqual(nothing);
});
