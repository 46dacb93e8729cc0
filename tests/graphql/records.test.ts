import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { RECORD_LIMITS } from '../../server/graphql/records/checkRecordRequest.ts';
import { testApi } from '../helpers/api.ts';
import { people } from '../helpers/people.ts';
import { bundles, shelves, WARES_SQL, wares } from '../helpers/wares.ts';

const api = testApi({ importers: [wares, shelves, bundles, people] });

const ROWS = [
  {
    sku: 'A-1',
    title: 'Desk lamp',
    price: '20',
    inStock: 'yes',
    madeOn: '2026-03-01',
    soldAt: '2026-03-02T10:00:00.000Z',
  },
  { sku: 'A-2', title: '50% lamp', price: '19.99', inStock: 'no', madeOn: '2026-03-02', state: 'old', tags: ['a'] },
  { sku: 'B-1', title: 'Chair', price: '100.5', madeOn: '2025-12-31', state: 'new', tags: [] },
  { sku: 'B-2', price: '9', inStock: 'yes', state: 'old' },
];

let first: string;
let second: string;

beforeAll(async () => {
  await api.engine.pool.query(WARES_SQL);
  for (const importer of [wares, shelves]) await importer.prepare?.(api.engine.context.database);
  first = await start('wares', ROWS);
  second = await start('wares', [
    { sku: 'A-2', price: '19.95' },
    { sku: 'B-2', price: '9' },
  ]);
  await start('shelves', [{ code: 'S-1' }]);
  // Of the application itself, and of another project.
  await api.engine.pool.query(
    `INSERT INTO "the ""wares""" (id, project_id, sku, title, sold_at) VALUES
       ('ffffffff-0000-7000-8000-000000000000', 'demo', 'C-1', '', '2026-03-02 10:00:00.0009Z'),
       ('ffffffff-0000-7000-8000-000000000001', 'other', 'secret', 'secret', now())`,
  );
});

async function start(importer: string, rows: readonly object[]): Promise<string> {
  const { data } = await api.graphql(
    `mutation ($input: StartImportInput!) { startImport(input: $input) {
       ... on StartImportSuccess { data { id status } } ... on InvalidInputError { issues { path message } } } }`,
    { input: { projectId: 'demo', importer, mode: 'SYNC', source: { rows } } },
    'editor',
  );
  expect(data.startImport.data?.status, JSON.stringify(data)).toBe('COMPLETED');
  return data.startImport.data.id;
}

const LIST = `query ($importer: String!, $search: String, $importId: ID, $filter: [RecordFilterInput!], $orderBy: RecordOrder,
  $first: Int, $after: String, $offset: Int) {
  records(projectId: "demo", importer: $importer, search: $search, importId: $importId, filter: $filter, orderBy: $orderBy,
    first: $first, after: $after, offset: $offset) {
    totalCount pageInfo { endCursor hasNextPage } edges { cursor node { id fields } } } }`;

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string; readonly fields: { readonly sku: string } };
  }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

async function list(variables: Record<string, unknown> = {}): Promise<Listed> {
  const { data, errors } = await api.graphql(LIST, { importer: 'wares', ...variables }, 'viewer');
  expect(errors).toBeUndefined();
  return data.records;
}

interface Refusal {
  readonly message: string;
  readonly code: unknown;
  readonly issues: readonly { readonly path: readonly string[]; readonly code: string; readonly message: string }[];
}

async function refused(variables: Record<string, unknown>): Promise<Refusal[]> {
  const { data, errors } = await api.graphql(LIST, { importer: 'wares', ...variables }, 'viewer');
  expect(data ?? null).toBeNull();
  return (errors ?? []).map(({ message, extensions }) => JSON.parse(JSON.stringify({ message, ...extensions })));
}

const skus = ({ edges }: Listed) => edges.map(({ node }) => node.fields.sku).join(' ');

test('the newest records come first, with all of their fields as imports know them, and those of no other project', async () => {
  const page = await list();
  expect(skus(page)).toBe('C-1 B-2 B-1 A-2 A-1');
  expect(page.totalCount).toBe(5);
  expect(page.edges[3]?.node.fields).toEqual({
    ...{ sku: 'A-2', title: '50% lamp', price: 19.95, inStock: false, madeOn: '2026-03-02', soldAt: null },
    ...{ state: 'old', tags: ['a'] },
  });
  expect(skus(await list({ first: 2, offset: 1 }))).toBe('B-2 B-1');
});

test('an importer says which fields its records have, or that they are no rows of one table', async () => {
  const { data } = await api.graphql('{ importers { name recordFields { name label type kind searched } } }');
  const fieldsOf = (name: string) => data.importers.find((one: { name: string }) => one.name === name).recordFields;
  expect(fieldsOf('bundles')).toBeNull();
  expect(fieldsOf('wares')).toEqual(
    [
      ['sku', 'SKU', 'text', 'TEXT', true],
      ['title', 'Title', 'text', 'TEXT', true],
      ['price', 'Price', 'number', 'NUMBER', false],
      ['inStock', 'In stock', 'boolean', 'BOOLEAN', false],
      ['madeOn', 'Made on', 'date', 'DATE', false],
      ['soldAt', 'Sold at', 'text', 'DATE_TIME', false],
      ['state', 'State', 'text', 'TEXT', true],
      ['tags', 'Tags', 'tags', 'OTHER', false],
    ].map(([name, label, type, kind, searched]) => ({ name, label, type, kind, searched })),
  );
});

test.each([
  ['all words, in any case and in any text', { search: 'LAMP a-' }, 'A-2 A-1'],
  ['a character that means something to LIKE', { search: '50%' }, 'A-2'],
  ['a value of an enum', { search: 'ol' }, 'B-2 A-2'],
  ['an exact text', { filter: [{ field: 'title', equals: 'Chair' }] }, 'B-1'],
  ['no part of an exact text', { filter: [{ field: 'title', equals: 'chair' }] }, ''],
  ['a part of a text', { filter: [{ field: 'title', contains: 'LAMP' }] }, 'A-2 A-1'],
  ['a text that is empty or not there', { filter: [{ field: 'title', isEmpty: true }] }, 'C-1 B-2'],
  ['a text with something in it', { filter: [{ field: 'title', isEmpty: false }] }, 'B-1 A-2 A-1'],
  ['an exact number', { filter: [{ field: 'price', equals: 19.95 }] }, 'A-2'],
  ['a number as its digits', { filter: [{ field: 'price', equals: '20.000' }] }, 'A-1'],
  ['numbers of a range, its ends included', { filter: [{ field: 'price', from: 9, to: 20 }] }, 'B-2 A-2 A-1'],
  ['true', { filter: [{ field: 'inStock', equals: true }] }, 'B-2 A-1'],
  ['false, which is not empty', { filter: [{ field: 'inStock', equals: false }] }, 'A-2'],
  ['what has no truth', { filter: [{ field: 'inStock', isEmpty: true }] }, 'C-1 B-1'],
  ['days, both included', { filter: [{ field: 'madeOn', from: '2026-03-01', to: '2026-03-02' }] }, 'A-2 A-1'],
  ['a day', { filter: [{ field: 'madeOn', equals: '2025-12-31' }] }, 'B-1'],
  ['a moment, to the millisecond', { filter: [{ field: 'soldAt', equals: '2026-03-02T11:00:00+01:00' }] }, 'C-1 A-1'],
  ['until a moment', { filter: [{ field: 'soldAt', to: '2026-03-02T09:59:59.999Z' }] }, ''],
  ['a list with nothing in it', { filter: [{ field: 'tags', isEmpty: true }] }, 'C-1 B-2 B-1 A-1'],
  [
    'what matches all filters',
    {
      filter: [
        { field: 'price', to: 20 },
        { field: 'state', equals: 'old' },
      ],
    },
    'B-2 A-2',
  ],
  ['a value that would be SQL', { filter: [{ field: 'title', equals: `' OR true --` }] }, ''],
])('a list finds %s', async (_name, variables, found) => {
  const page = await list(variables);
  expect(skus(page)).toBe(found);
  expect(page.totalCount).toBe(found === '' ? 0 : found.split(' ').length);
});

test('an import finds the records that it created, changed or matched', async () => {
  expect(skus(await list({ importId: second }))).toBe('B-2 A-2');
  expect(skus(await list({ importId: first }))).toBe('B-2 B-1 A-2 A-1');
  expect(skus(await list({ importId: randomUUID() }))).toBe('');
  expect(skus(await list({ importId: 'none' }))).toBe('');
});

test.each(['title', 'price', 'soldAt', 'state'])(
  'by cursor each is met once, ordered by %s either way',
  async (field) => {
    for (const direction of ['ASC', 'DESC']) {
      const orderBy = { field, direction };
      const whole = skus(await list({ orderBy }));
      const met: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await list({ orderBy, first: 2, after });
        met.push(skus(page));
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      expect(met.join(' ')).toBe(whole);
    }
  },
);

test('an order is that of the column, and what has no value comes behind it', async () => {
  expect(skus(await list({ orderBy: { field: 'price', direction: 'ASC' } }))).toBe('B-2 A-2 A-1 B-1 C-1');
  expect(skus(await list({ orderBy: { field: 'madeOn', direction: 'DESC' } }))).toBe('C-1 B-2 A-2 A-1 B-1');
});

describe('what does not fit the fields', () => {
  test.each([
    ['a field that is not there', [{ field: 'weight', equals: 1 }], ['0', 'field'], 'NO_RECORD_FIELD'],
    ['a filter without a condition', [{ field: 'sku' }], ['0'], 'FILTER_WITHOUT_CONDITION'],
    ['a part of a number', [{ field: 'price', contains: '1' }], ['0', 'contains'], 'FILTER_CONDITION'],
    ['a range of texts', [{ field: 'sku', from: 'a' }], ['0', 'from'], 'FILTER_CONDITION'],
    ['a list that equals', [{ field: 'tags', equals: ['a'] }], ['0', 'equals'], 'FILTER_CONDITION'],
    ['a number that is none', [{ field: 'price', from: '1e400' }], ['0', 'from'], 'FILTER_NUMBER'],
    ['a truth that is none', [{ field: 'inStock', equals: 'yes' }], ['0', 'equals'], 'FILTER_BOOLEAN'],
    ['a day that is none', [{ field: 'madeOn', to: '2026-02-30' }], ['0', 'to'], 'FILTER_DATE'],
    ['a year 0', [{ field: 'madeOn', to: '0000-01-01' }], ['0', 'to'], 'FILTER_DATE'],
    ['a moment without its zone', [{ field: 'soldAt', from: '2026-03-02T10:00:00' }], ['0', 'from'], 'DATE_TIME'],
    ['a text that is none', [{ field: 'sku', equals: 1 }], ['0', 'equals'], 'FILTER_TEXT'],
    ['a text that is too long', [{ field: 'sku', contains: 'x'.repeat(201) }], ['0', 'contains'], 'FILTER_TEXT'],
  ])('%s is refused with its place', async (_name, filter, path, code) => {
    const [error] = await refused({ filter });
    expect(error).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['filter', ...path], code }] });
    expect(error?.message).toBe(error?.issues[0]?.message);
  });

  test('all that is wrong is named at once', async () => {
    const [error] = await refused({
      filter: [
        { field: 'price', equals: 'x' },
        { field: 'nothing', equals: 1 },
      ],
      search: 'x'.repeat(RECORD_LIMITS.text + 1),
      orderBy: { field: 'tags', direction: 'ASC' },
    });
    const codes = error?.issues.map(({ code }) => code);
    expect(codes).toEqual(['FILTER_NUMBER', 'NO_RECORD_FIELD', 'SEARCH_TOO_LONG', 'FIELD_NOT_SORTED']);
  });

  test('too many filters, an importer that is not there, and one whose records are no rows of one table', async () => {
    const filter = Array.from({ length: RECORD_LIMITS.filters + 1 }, () => ({ field: 'sku', isEmpty: false }));
    const codeOf = async (variables: Record<string, unknown>) => (await refused(variables))[0]?.issues[0]?.code;
    expect(await codeOf({ filter })).toBe('TOO_MANY_FILTERS');
    expect(await codeOf({ importer: 'none' })).toBe('NO_IMPORTER_USE');
    expect(await codeOf({ importer: 'bundles' })).toBe('RECORDS_NOT_LISTED');
  });
});

describe('a record', () => {
  const ONE = `query ($projectId: ID!, $importer: String!, $id: ID!) { record(projectId: $projectId, importer: $importer, id: $id) {
    id importer fields values { field value text } createdBy { id } lastImport { id }
    history { totalCount edges { node { outcome rowNumber fields { field before after } import { id sourceName } } } } } }`;
  const one = async (variables: Record<string, unknown>, who: 'viewer' | 'outsider' = 'viewer') =>
    (await api.graphql(ONE, { projectId: 'demo', importer: 'wares', ...variables }, who)).data.record;

  test('has its values, and the imports that touched it', async () => {
    const { edges } = await list({ search: 'A-2' });
    const record = await one({ id: edges[0]?.node.id });
    expect(record).toMatchObject({ importer: 'wares', createdBy: { id: first }, lastImport: { id: second } });
    expect(record.values).toContainEqual({ field: 'price', value: 19.95, text: '19.95' });
    expect(record.values).toContainEqual({ field: 'tags', value: ['a'], text: '["a"]' });
    expect(record.values).toContainEqual({ field: 'soldAt', value: null, text: null });
    expect(record.history.totalCount).toBe(2);
    expect(record.history.edges.map(({ node }: { node: { outcome: string } }) => node.outcome)).toEqual([
      'UPDATED',
      'CREATED',
    ]);
    expect(record.history.edges[0].node).toMatchObject({
      fields: [{ field: 'price', before: 19.99, after: 19.95 }],
      import: { id: second, sourceName: 'inline rows' },
    });
  });

  test('that no import touched has no history', async () => {
    const record = await one({ id: 'ffffffff-0000-7000-8000-000000000000' });
    expect(record).toMatchObject({ createdBy: null, lastImport: null, history: { totalCount: 0, edges: [] } });
  });

  test('is there for its project and importer only, and whoever asks is told nothing else', async () => {
    const { edges } = await list({ search: 'A-2' });
    const id = edges[0]?.node.id;
    expect(await one({ id, importer: 'shelves' })).toBeNull();
    expect(await one({ id, projectId: 'other' }, 'outsider')).toBeNull();
    expect(await one({ id }, 'outsider')).toBeNull();
    expect(await one({ id: 'ffffffff-0000-7000-8000-000000000001' })).toBeNull();
    expect(await one({ id: 'no id at all' })).toBeNull();
    expect(await api.graphql(LIST, { importer: 'wares' }, 'outsider')).toMatchObject({
      data: { records: { totalCount: 0, edges: [] } },
    });
  });

  test('of another importer is no cursor of the list', async () => {
    const shelf = await list({ importer: 'shelves' });
    const after = shelf.edges[0]?.cursor;
    const [error] = await refused({ after });
    expect(error).toMatchObject({ code: 'INVALID_INPUT', reason: { code: 'AFTER_CURSOR' } });
    expect(await refused({ after: Buffer.from(randomUUID()).toString('base64url') })).toEqual([error]);
    expect(await refused({ after: Buffer.from(`'; DROP TABLE shelf`).toString('base64url') })).toEqual([error]);
  });
});

test('a list reads the imports of all of its records at once, and counts only what is asked for', async () => {
  const document = (args: string) => `{ records(projectId: "demo", importer: "wares" ${args}) { edges { node {
    createdBy { id sourceName } lastImport { id } history(first: 2) { totalCount edges { node { import { sourceName } } } } } } } }`;
  const one = await api.countQueries(() => api.graphql(document('first: 1, offset: 3')));
  expect(await api.countQueries(() => api.graphql(document('')))).toBe(one);
  const counted = await api.watchQueries(() =>
    api.graphql('{ records(projectId: "demo", importer: "wares") { edges { cursor } } }'),
  );
  expect(counted.statements.filter((statement) => /count\(/i.test(statement))).toEqual([]);
});
