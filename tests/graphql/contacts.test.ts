import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { contacts } from '../../server/importers/contacts/index.ts';
import { testApi } from '../helpers/api.ts';

const api = testApi({ importers: [contacts] });

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string; readonly firstName: string } }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

let importId: string;

beforeAll(async () => {
  const rows = [
    { first: 'Ada', last: 'Huang', email: 'ada@a.example.com', phone: '+1 312 555 0101', company: '50% Off Ltd' },
    { first: 'Bo', last: 'Lind', email: '', phone: '+1 312 555 0102', company: '' },
    { first: 'Cy', last: 'Huang', email: 'cy@c.example.com', phone: '', company: 'Other' },
    { first: 'Di', last: 'Moss', email: 'di@d.example.com', phone: '+1 312 555 0104', company: 'Other' },
  ];
  importId = await start({ source: { rows }, options: { listName: 'Friends' } });
  await start({ source: { rows: [{ first: 'Ed', last: 'Huang', email: 'ed@e.example.com' }] } });
});

async function start(input: Record<string, unknown>): Promise<string> {
  const { data, errors } = await api.graphql(
    `mutation ($input: StartImportInput!) { startImport(input: $input) {
       __typename ... on StartImportSuccess { data { id } } ... on InvalidInputError { issues { path message } } } }`,
    { input: { projectId: 'demo', importer: 'contacts', mode: 'SYNC', ...input } },
    'editor',
  );
  expect(errors).toBeUndefined();
  expect(data.startImport.__typename, JSON.stringify(data)).toBe('StartImportSuccess');
  return data.startImport.data.id;
}

const LIST = `query ($filter: ContactFilter, $orderBy: ContactOrder, $first: Int, $after: String, $offset: Int) {
  contacts(projectId: "demo", filter: $filter, orderBy: $orderBy, first: $first, after: $after, offset: $offset) {
    totalCount pageInfo { endCursor hasNextPage } edges { node { id firstName lists { name contactCount } } } } }`;

async function list(variables: Record<string, unknown> = {}): Promise<Listed> {
  const { data, errors } = await api.graphql(LIST, variables, 'viewer');
  expect(errors).toBeUndefined();
  return data.contacts;
}

function names({ edges }: Listed): string {
  return edges.map(({ node }) => node.firstName).join(' ');
}

test('contacts are listed with the newest first, counted, and paged by offset and by cursor', async () => {
  expect(names(await list())).toBe('Ed Di Cy Bo Ada');
  expect(await list({ first: 2 })).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
  expect(names(await list({ first: 2, offset: 2 }))).toBe('Cy Bo');
});

test.each(['CREATED_AT', 'EMAIL', 'PHONE'])('by cursor each is met once, ordered by %s either way', async (field) => {
  for (const direction of ['ASC', 'DESC']) {
    const orderBy = { field, direction };
    const whole = names(await list({ orderBy }));
    const met: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await list({ orderBy, first: 2, after });
      met.push(names(page));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(met.join(' ')).toBe(whole);
  }
});

test.each([
  ['part of a name, in any case', 'hUAn', 'Ed Cy Ada'],
  ['all words, wherever they stand', 'huang example a@', 'Ada'],
  ['a phone number as people write it', '(312) 555-0104', 'Di'],
  ['a character that means something to LIKE', '50%', 'Ada'],
  ['nothing that is there', 'nobody', ''],
])('a search finds %s', async (_name, search, found) => {
  const page = await list({ filter: { search } });
  expect(names(page)).toBe(found);
  expect(page.totalCount).toBe(found === '' ? 0 : found.split(' ').length);
});

test('contacts of an import and of a list are found, and know their lists', async () => {
  expect(names(await list({ filter: { importId } }))).toBe('Di Cy Bo Ada');
  const { data } = await api.graphql(
    `{ contactLists(projectId: "demo", search: "FRI") { totalCount edges { node { id name contactCount } } } }`,
    {},
    'viewer',
  );
  const [{ node: friends }] = data.contactLists.edges;
  expect(friends).toMatchObject({ name: 'Friends', contactCount: 4 });
  const onIt = await list({ filter: { listId: friends.id, search: 'huang' } });
  expect(onIt).toMatchObject({
    totalCount: 2,
    edges: [{ node: { lists: [{ name: 'Friends', contactCount: 4 }] } }, { node: {} }],
  });
  expect(names(await list({ filter: { listId: 'no-id' } }))).toBe('');
  expect(names(await list({ filter: { importId: v7() } }))).toBe('');
});

test('one contact is read by id; none of another project, nor by what is no id', async () => {
  const [first] = (await list()).edges;
  const one = (id: string, who: 'viewer' | 'outsider') =>
    api.graphql('query ($id: ID!) { contact(id: $id) { firstName addresses metadata importId } }', { id }, who);
  expect((await one(first?.node.id ?? '', 'viewer')).data.contact).toMatchObject({ firstName: 'Ed' });
  expect((await one(first?.node.id ?? '', 'outsider')).data.contact).toBeNull();
  expect((await one('no-id', 'viewer')).data.contact).toBeNull();
  const { data } = await api.graphql(LIST, {}, 'outsider');
  expect(data.contacts).toMatchObject({ totalCount: 0, edges: [] });
});

test('a page of contacts with their lists costs the same few statements, however many there are', async () => {
  const cost = (first: number) => api.countQueries(() => list({ first }));
  expect(await cost(5)).toBe(await cost(2));
});

test('a wrong cursor is told', async () => {
  const { errors } = await api.graphql(LIST, { after: Buffer.from('x').toString('base64url') }, 'viewer');
  expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
});
