import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { taxonomy } from '../../server/importers/taxonomy/index.ts';
import type { Db } from '../../server/sdk/index.ts';
import { testApi } from '../helpers/api.ts';

const api = testApi();

/** Pages of two sites, as the importer leaves them, in a project. */
async function addPages(projectId: string, pages: readonly { url: string; title?: string }[]): Promise<void> {
  const { pool } = api.engine;
  const db: Db = { query: async (text, values) => (await pool.query(text, values?.slice())).rows };
  const context = { projectId, importId: v7(), options: taxonomy.options.parse({}) };
  const records = pages.map(({ url, title = null }) => ({
    id: v7(),
    fields: { url, title, description: null, position: null, metadata: { Owner: 'Ada' } },
  }));
  await taxonomy.store.insert(db, context, records);
  const ids = records.map(({ id }) => id);
  await taxonomy.link?.(db, ids, context);
  await taxonomy.finish?.(db, { ...context, dryRun: false, rows: 0, failedRows: 0, coverage: null, undone: false });
}

beforeAll(async () => {
  await addPages('demo', [
    { url: 'https://a.org/', title: 'Home' },
    { url: 'https://a.org/docs' },
    { url: 'https://a.org/docs/c' },
    { url: 'https://a.org/docs/a' },
    { url: 'https://a.org/docs/b', title: '50% off' },
    { url: 'https://a.org/docs/b/deep/er' },
    { url: 'https://b.org/lonely' },
  ]);
  await addPages('other', [{ url: 'https://a.org/' }]);
});

interface Listed {
  readonly edges: readonly { readonly node: { readonly url: string } }[];
}

function urlsOf({ edges }: Listed): string[] {
  return edges.map(({ node }) => node.url.replace('https://', ''));
}

async function list(filter: Record<string, unknown> | null, more = '') {
  const { data, errors } = await api.graphql(
    `query ($filter: TaxonomyFilter) { taxonomyNodes(projectId: "demo", filter: $filter ${more}) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id url } } } }`,
    { filter },
    'viewer',
  );
  expect(errors).toBeUndefined();
  return data.taxonomyNodes;
}

test('a page knows what is above it and what is below it', async () => {
  const { data, errors } = await api.graphql(
    `{ taxonomyNodes(projectId: "demo", filter: { search: "/DOCS/B" }) { edges { node {
      url title slug site depth position metadata description breadcrumb parent { url } ancestors { url title }
      children { totalCount edges { node { url breadcrumb parent { url } } } } } } } }`,
    {},
    'viewer',
  );
  expect(errors).toBeUndefined();
  const [page] = data.taxonomyNodes.edges;
  expect(page.node).toEqual({
    url: 'https://a.org/docs/b',
    title: '50% off',
    slug: 'b',
    site: 'https://a.org',
    depth: 2,
    position: 2,
    metadata: { Owner: 'Ada' },
    description: null,
    breadcrumb: ['Home', 'Docs', '50% off'],
    parent: { url: 'https://a.org/docs' },
    ancestors: [
      { url: 'https://a.org/', title: 'Home' },
      { url: 'https://a.org/docs', title: 'Docs' },
    ],
    children: {
      totalCount: 1,
      edges: [
        {
          node: {
            url: 'https://a.org/docs/b/deep/er',
            breadcrumb: ['Home', 'Docs', '50% off', 'Er'],
            parent: { url: 'https://a.org/docs/b' },
          },
        },
      ],
    },
  });
});

test('pages are found by site, by parent, as roots, and by words of their own', async () => {
  expect(urlsOf(await list({ rootsOnly: true }))).toEqual(['a.org/', 'b.org/lonely']);
  expect(urlsOf(await list({ site: 'https://b.org' }))).toEqual(['b.org/lonely']);
  expect(urlsOf(await list({ search: '50%' }))).toEqual(['a.org/docs/b']);
  expect(urlsOf(await list({ search: 'lonely' }))).toEqual(['b.org/lonely']);
  const [docs] = (await list({ search: 'docs' })).edges;
  const children = await list({ parentId: docs.node.id });
  expect(urlsOf(children)).toEqual(['a.org/docs/a', 'a.org/docs/b', 'a.org/docs/c']);
  expect(children.totalCount).toBe(3);
  expect(urlsOf(await list({ parentId: 'no-uuid' }))).toEqual([]);
  expect(await list(null)).toMatchObject({ totalCount: 7 });
});

test('pages and children are paged by cursor and by offset', async () => {
  const first = await list(null, ', first: 3');
  const second = await list(null, `, first: 3, after: "${first.pageInfo.endCursor}"`);
  const third = await list(null, ', first: 3, offset: 6');
  expect(first.pageInfo.hasNextPage && second.pageInfo.hasNextPage).toBe(true);
  expect(third.pageInfo.hasNextPage).toBe(false);
  expect([first, second, third].flatMap(urlsOf)).toEqual(urlsOf(await list(null)));

  const document = `query ($after: String) { taxonomyNodes(projectId: "demo", filter: { search: "/docs" }, first: 1) {
    edges { node { next: children(first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node { url } } }
      last: children(offset: 2) { edges { node { url } } } } } } }`;
  const { node } = (await api.graphql(document)).data.taxonomyNodes.edges[0];
  expect(urlsOf(node.next)).toEqual(['a.org/docs/a', 'a.org/docs/b']);
  expect(urlsOf(node.last)).toEqual(['a.org/docs/c']);
  const after = await api.graphql(document, { after: node.next.pageInfo.endCursor });
  expect(urlsOf(after.data.taxonomyNodes.edges[0].node.next)).toEqual(['a.org/docs/c']);
});

test('a page knows how many siblings stand before it, and so where a list of them has it', async () => {
  const asked = 'totalCount edges { node { url siblingsBefore } }';
  const { data } = await api.graphql(
    `{ roots: taxonomyNodes(projectId: "demo", filter: { rootsOnly: true }) { ${asked} }
       found: taxonomyNodes(projectId: "demo", filter: { search: "/docs" }, first: 1) { edges { node { children { ${asked} } } } } }`,
  );
  for (const list of [data.roots, data.found.edges[0].node.children]) {
    expect(list.totalCount).toBeGreaterThan(1);
    const places = list.edges.map(({ node }: { node: { siblingsBefore: number } }) => node.siblingsBefore);
    expect(places).toEqual(list.edges.map((_: unknown, index: number) => index));
  }
});

test('a project that is not the viewer’s has no pages, and its pages are in nobody else’s tree', async () => {
  const document = '{ taxonomyNodes(projectId: "demo") { totalCount edges { node { url } } } }';
  expect((await api.graphql(document, {}, 'outsider')).data.taxonomyNodes).toEqual({ totalCount: 0, edges: [] });
  const own = '{ taxonomyNodes(projectId: "other") { edges { node { url children { totalCount } } } } }';
  expect((await api.graphql(own, {}, 'outsider')).data.taxonomyNodes.edges).toEqual([
    { node: { url: 'https://a.org/', children: { totalCount: 0 } } },
  ]);
  expect((await api.graphql(document, {}, null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a whole tree costs as many statements as it has levels, however many pages there are', async () => {
  const node = 'url breadcrumb parent { url }';
  const document = `{ taxonomyNodes(projectId: "demo") { edges { node { ${node}
    children { totalCount edges { node { ${node} children { totalCount edges { node { ${node} } } } } } } } } } }`;
  const count = () => api.countQueries(() => api.graphql(document));
  await count();
  const before = await count();
  await addPages(
    'demo',
    Array.from({ length: 40 }, (_, n) => ({ url: `https://c.org/${'x/'.repeat(n % 4)}${n}` })),
  );
  expect(await count()).toBe(before);
});
