import { expect, test } from 'vitest';
import { testApi } from '../helpers/api.ts';

const api = testApi({ workers: true });

const START = `mutation ($input: StartImportInput!) { startImport(input: $input) {
  __typename ... on Error { code message }
  ... on StartImportSuccess { data { id status dryRun availableActions counts { total created updated unchanged skipped failed } } }
} }`;

async function start(source: unknown, more: Record<string, unknown> = {}) {
  const input = { projectId: 'demo', importer: 'people', onDuplicate: 'UPDATE', source, ...more };
  const { data, errors } = await api.graphql(START, { input }, 'editor');
  expect(errors).toBeUndefined();
  return data.startImport;
}

const CHANGES = `query ($id: ID!, $first: Int, $after: String, $offset: Int, $outcome: RowOutcome) { import(id: $id) {
  changes(first: $first, after: $after, offset: $offset, outcome: $outcome) {
    totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { node { rowNumber recordId outcome fields { field before after } } } } } }`;

async function changes(id: string, args: Record<string, unknown> = {}) {
  const { data, errors } = await api.graphql(CHANGES, { id, ...args }, 'viewer');
  expect(errors).toBeUndefined();
  const { edges, ...list } = data.import.changes;
  return { ...list, nodes: edges.map((edge: { node: Record<string, unknown> }) => edge.node) };
}

const person = (name: string, phone: string, email = '') => ({ name, phone, email });

test('a dry run shows field by field what the import would do, and becomes it with the corrections made there', async () => {
  const { data: first } = await start({ rows: [person('Ada', '+16175550001'), person('Eve', '+16175550002')] });
  const rows = [
    person('Ada L', '+16175550001', 'ada@x.org'),
    person('Bo', '+16175550003'),
    person('', '+16175550004'),
    person('Bo B', '+16175550003'),
    person('Eve', '+16175550002'),
  ];
  const { data: dry } = await start({ rows }, { dryRun: true });
  const foretold = { total: 5, created: 1, updated: 2, unchanged: 1, skipped: 0, failed: 1 };
  expect(dry).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', dryRun: true, counts: foretold });
  expect(dry.availableActions).not.toContain('UNDO');

  const told = await changes(dry.id);
  const ada = { rowNumber: 1, recordId: expect.any(String), outcome: 'UPDATED' };
  expect(told).toMatchObject({ totalCount: 3, nodes: [ada, { rowNumber: 2 }, { rowNumber: 4 }] });
  expect(told.nodes[0].fields).toHaveLength(2);
  expect(told.nodes[0].fields).toEqual(
    expect.arrayContaining([
      { field: 'firstName', before: 'Ada', after: 'Ada L' },
      { field: 'email', before: null, after: 'ada@x.org' },
    ]),
  );
  // A record that only the dry run would create has no id, neither when it is created nor when a later row changes it.
  expect(told.nodes[1]).toMatchObject({ outcome: 'CREATED', recordId: null });
  expect(told.nodes[1].fields).toContainEqual({ field: 'phone', before: null, after: '+16175550003' });
  expect(told.nodes[2]).toEqual({
    rowNumber: 4,
    recordId: null,
    outcome: 'UPDATED',
    fields: [{ field: 'firstName', before: 'Bo', after: 'Bo B' }],
  });

  const RETRY = `mutation ($id: ID!) { retryFailedRows(input: { importId: $id, corrections: [{ rowNumber: 3, values: { name: "Cy" } }] }) {
    ... on ImportActionSuccess { data { status counts { created failed } } } } }`;
  const retried = await api.graphql(RETRY, { id: dry.id }, 'editor');
  expect(retried.data.retryFailedRows.data).toEqual({ status: 'COMPLETED', counts: { created: 2, failed: 0 } });
  expect((await changes(dry.id, { outcome: 'CREATED' })).nodes).toMatchObject([{ rowNumber: 2 }, { rowNumber: 3 }]);
  const { rows: written } = await api.engine.pool.query('SELECT first_name FROM contact ORDER BY phone');
  expect(written).toEqual([{ first_name: 'Ada' }, { first_name: 'Eve' }]);

  const { data: real } = await start({ importId: dry.id.toUpperCase() });
  expect(real).toMatchObject({ status: 'COMPLETED', dryRun: false });
  expect(real.counts).toEqual({ total: 5, created: 2, updated: 2, unchanged: 1, skipped: 0, failed: 0 });
  const { rows: now } = await api.engine.pool.query('SELECT first_name, import_id FROM contact ORDER BY phone');
  expect(now.map((contact) => contact.first_name)).toEqual(['Ada L', 'Eve', 'Bo B', 'Cy']);
  expect(now[1].import_id).toBe(first.id);
  const done = await changes(real.id);
  expect(done.nodes.map((node: { recordId: unknown }) => node.recordId)).not.toContain(null);
  const withoutIds = (nodes: { recordId: unknown }[]) => nodes.map(({ recordId: _, ...node }) => node);
  expect(withoutIds(done.nodes)).toEqual(withoutIds((await changes(dry.id)).nodes));
});

test('changes are filtered by outcome, and paged by cursor and offset', async () => {
  await start({ rows: [person('Old', '+16175551001'), person('Same', '+16175551002')] });
  const phones = ['+16175551001', '+16175551002', '+16175551003', '+16175551004', '+16175551005'];
  const rows = phones.map((phone, index) => person(index === 1 ? 'Same' : 'New', phone));
  const { data } = await start({ rows: [...rows, person('', '')] });
  const numbers = async (args: Record<string, unknown>) => {
    const { nodes, totalCount } = await changes(data.id, args);
    return { totalCount, rows: nodes.map((node: { rowNumber: number }) => node.rowNumber) };
  };
  expect(await numbers({})).toEqual({ totalCount: 4, rows: [1, 3, 4, 5] });
  expect(await numbers({ outcome: 'UPDATED' })).toEqual({ totalCount: 1, rows: [1] });
  expect(await numbers({ outcome: 'FAILED' })).toEqual({ totalCount: 0, rows: [] });
  const unchanged = await changes(data.id, { outcome: 'UNCHANGED' });
  expect(unchanged.nodes).toEqual([{ rowNumber: 2, recordId: expect.any(String), outcome: 'UNCHANGED', fields: [] }]);
  const page = await changes(data.id, { first: 2 });
  expect(page).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  const after = page.pageInfo.endCursor;
  expect(await numbers({ first: 2, after })).toEqual({ totalCount: 4, rows: [4, 5] });
  expect((await changes(data.id, { first: 2, after })).pageInfo).toMatchObject({ hasNextPage: false });
  expect(await numbers({ offset: 3 })).toEqual({ totalCount: 4, rows: [5] });
  const rubbish = Buffer.from('1').toString('base64url');
  const { errors } = await api.graphql(CHANGES, { id: data.id, after: rubbish });
  expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
});

test('a dry run of more rows than fit a request runs as jobs, with a page of changes read in as many statements', async () => {
  const rows = Array.from({ length: 1_200 }, (_, index) => person(`P${index}`, `+1617556${1_000 + index}`));
  const { data: dry } = await start({ rows }, { dryRun: true });
  expect(await api.engine.ended(dry.id)).toMatchObject({ status: 'COMPLETED', counts: { created: 1_200 } });
  const read = (first: number) => api.countQueries(() => changes(dry.id, { first }));
  expect(await read(1_000)).toBe(await read(1));
  const { data: real } = await start({ importId: dry.id });
  expect(await api.engine.ended(real.id)).toMatchObject({ status: 'COMPLETED', counts: { created: 1_200 } });
});

test('only a read import of the project is a source', async () => {
  const nobodys = '0196f1a0-0000-7000-8000-000000000000';
  for (const importId of ['no-uuid', nobodys]) {
    expect(await start({ importId })).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
  }
  const { data: own } = await start({ rows: [person('Ed', '+16175552001')] }, { dryRun: true });
  const input = { projectId: 'other', importer: 'people', source: { importId: own.id } };
  const { data } = await api.graphql(START, { input }, 'outsider');
  expect(data.startImport).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
});
