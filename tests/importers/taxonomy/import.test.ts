import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { StartImport } from '../../../server/engine/model/requests.ts';
import { buildHierarchy } from '../../../server/importers/taxonomy/buildHierarchy.ts';
import { taxonomy } from '../../../server/importers/taxonomy/index.ts';
import type { JsonObject } from '../../../server/sdk/index.ts';
import { testEngine } from '../../helpers/engine.ts';
import { samples } from '../../helpers/samples.ts';
import { hierarchyInputs } from './naiveHierarchy.ts';
import { pages, places, rowsOf, storedNodes } from './nodes.ts';

const engine = testEngine({ workers: true, importers: [taxonomy] });

beforeEach(async () => {
  await engine.pool.query('TRUNCATE taxonomy_node, taxonomy_stale_site');
});

async function run(source: StartImport['source'], more: Partial<StartImport> = {}) {
  const id = await engine.start({ importer: 'taxonomy', source, ...more });
  return engine.ended(id);
}

async function undo(id: string) {
  await engine.engine.undoImport('test', id);
  return engine.ended(id);
}

test('pages are linked within an import, and to the pages of earlier ones', async () => {
  await run(pages('/', '/docs'));
  const { status, counts } = await run(pages('/docs/b', '/docs/a/x', '/blog/2026/one'));
  expect(status).toBe('COMPLETED');
  expect(counts).toMatchObject({ created: 3, failed: 0 });
  expect(await places(engine)).toEqual([
    '/ < - 0.1',
    '/blog/2026/one < / 1.1',
    '/docs < / 1.2',
    '/docs/a/x < /docs 2.1',
    '/docs/b < /docs 2.2',
  ]);
});

test('older pages go below a closer ancestor when it arrives, with all that is below them', async () => {
  await run(pages('/docs/guide/install', '/docs/guide/install/linux', '/docs/guide?page=2', '/other'));
  expect(await places(engine)).toEqual([
    '/docs/guide/install < - 0.1',
    '/docs/guide/install/linux < /docs/guide/install 1.1',
    '/docs/guide?page=2 < - 0.2',
    '/other < - 0.3',
  ]);
  await run(pages('/docs'));
  await run(pages('/docs/guide', '/'));
  expect(await places(engine)).toEqual([
    '/ < - 0.1',
    '/docs < / 1.1',
    '/docs/guide < /docs 2.1',
    '/docs/guide/install < /docs/guide 3.1',
    '/docs/guide/install/linux < /docs/guide/install 4.1',
    '/docs/guide?page=2 < /docs/guide 3.2',
    '/other < / 1.2',
  ]);
});

test('an undo puts the pages back below the next ancestor that is left', async () => {
  await run(pages('/', '/docs/guide/a', '/docs/guide/b'));
  const before = await storedNodes(engine);
  const middle = await run(pages('/docs'));
  const closer = await run(pages('/docs/guide', '/docs/guide/aa'));
  expect(await undo(closer.id)).toMatchObject({ status: 'UNDONE' });
  expect(await places(engine)).toEqual([
    '/ < - 0.1',
    '/docs < / 1.1',
    '/docs/guide/a < /docs 2.1',
    '/docs/guide/b < /docs 2.2',
  ]);
  await undo(middle.id);
  expect(await storedNodes(engine)).toEqual(before);
});

test('an undo gives changed pages their old values back, and their old places', async () => {
  const rows = (one: JsonObject, two: JsonObject) => ({
    kind: 'rows' as const,
    rows: [
      { url: 'https://a.org/one', ...one },
      { url: 'https://a.org/two', ...two },
    ],
  });
  await run(rows({ title: 'First' }, { position: 1 }));
  const before = await storedNodes(engine);
  expect(before.map(({ position }) => position)).toEqual([2, 1]);
  const { id, counts } = await run(rows({ title: 'Other', position: 0 }, {}), { onDuplicate: 'UPDATE' });
  expect(counts).toMatchObject({ updated: 1, unchanged: 1 });
  expect((await storedNodes(engine)).map(({ title, position }) => [title, position])).toEqual([
    ['Other', 1],
    [null, 2],
  ]);
  await undo(id);
  expect(await storedNodes(engine)).toEqual(before);
});

test('what was said of a page is kept beside what its address says', async () => {
  const link = 'HTTPS://A.org/getting-started/?utm_source=mail#top';
  const more = { Title: 'Start here', 'Meta Description': 'How to.', Owner: 'Ada' };
  await run({ kind: 'rows', rows: [{ Link: link, ...more }, { Link: 'https://a.org/faq.html' }] });
  expect(await storedNodes(engine)).toMatchObject([
    { url: 'https://a.org/faq.html', title: null, derivedTitle: 'Faq', slug: 'faq.html' },
    {
      url: 'https://a.org/getting-started',
      title: 'Start here',
      derivedTitle: 'Getting started',
      description: 'How to.',
      metadata: { Owner: 'Ada' },
    },
  ]);
});

test.each([
  ['ENRICH', { unchanged: 1, created: 1 }],
  ['UPDATE', { unchanged: 1, created: 1 }],
  ['SKIP', { skipped: 1, created: 1 }],
  ['FAIL', { failed: 1, created: 1 }],
] as const)('a page that is there already: %s', async (onDuplicate, counts) => {
  await run(pages('/a'));
  expect((await run(pages('/a/?gclid=1#x', '/b'), { onDuplicate })).counts).toMatchObject(counts);
});

test('rows that are no page fail with how to mend them, and deep paths are warned of', async () => {
  const deep = `/${'x/'.repeat(4)}`;
  const bad = ['no address', 'ftp://a.org/', 'https://me:secret@a.org/', ''];
  const rows = [...bad.map((url) => ({ url, position: null })), { url: 'https://a.org/', position: '3000000000' }];
  const { id } = await run(
    { kind: 'rows', rows: [...rows, { url: `https://a.org${deep}`, position: null }] },
    { options: { deepPath: 3 } },
  );
  const { rows: failed } = await engine.pool.query<{ tags: string[]; errors: { message: string }[] }>(
    'SELECT tags, errors FROM failed_row WHERE import_id = $1 ORDER BY row_number',
    [id],
  );
  expect(failed.map(({ tags }) => tags.find((tag) => !tag.includes(' ') && tag.startsWith('code=')))).toEqual([
    'code=INVALID_URL',
    'code=UNSUPPORTED_SCHEME',
    'code=URL_WITH_CREDENTIALS',
    'code=REQUIRED',
    'code=OUT_OF_RANGE',
  ]);
  const { rows: warnings } = await engine.pool.query('SELECT code, count FROM import_warning WHERE import_id = $1', [
    id,
  ]);
  expect(warnings).toEqual([{ code: 'DEEP_PATH', count: 1 }]);
});

test('parameters that track are an option', async () => {
  await run(pages('/?ref=x&utm_source=y'), { options: { trackingParameters: ['ref'] } });
  expect(await places(engine)).toEqual(['/?utm_source=y < - 0.1']);
  await expect(run(pages('/'), { options: { trackingParameters: ['a b'] } })).rejects.toMatchObject({
    name: 'InvalidInput',
  });
});

test('a chunk of fewer than 10 or more than 500 rows is refused before anything is kept', async () => {
  for (const chunkSize of [5, 9, 501]) {
    await expect(run(pages('/'), { chunkSize })).rejects.toMatchObject({ name: 'LimitExceeded' });
  }
  const { status } = await run(pages(...Array.from({ length: 25 }, (_, n) => `/${n}`)), { chunkSize: 10 });
  expect(status).toBe('COMPLETED');
});

test('10,000 pages are taken, and of 10,001 none is', async () => {
  const paths = Array.from({ length: 10_000 }, (_, n) => `/section-${n % 100}${n < 100 ? '' : `/page-${n}`}`);
  const { status, statusReason } = await run(pages(...paths, '/'));
  expect(status).toBe('FAILED');
  expect(statusReason).toMatchObject({ code: 'TOO_MANY_ROWS', params: { cause: { params: { rows: 10_000 } } } });
  expect(await storedNodes(engine)).toEqual([]);
  expect((await run(pages(...paths))).counts).toMatchObject({ created: 10_000, failed: 0 });
  const nodes = await storedNodes(engine);
  expect(nodes.filter(({ depth }) => depth === 0)).toHaveLength(100);
  expect(nodes.filter(({ parent }) => parent === 'https://a.org/section-7')).toHaveLength(99);
});

test('a dry run leaves no page and no site to be linked', async () => {
  expect((await run(pages('/', '/a'), { dryRun: true })).counts).toMatchObject({ created: 2 });
  const { rows } = await engine.pool.query('SELECT site FROM taxonomy_stale_site');
  expect([...(await storedNodes(engine)), ...rows]).toEqual([]);
});

test('finishing again changes nothing, and leaves other sites and projects alone', async () => {
  await run(pages('/', '/a', '/a/b'));
  await engine.pool.query(
    `INSERT INTO taxonomy_node (id, project_id, url, site, slug, derived_title)
     SELECT gen_random_uuid(), 'other', url, site, slug, derived_title FROM taxonomy_node`,
  );
  const versions = async () =>
    (await engine.pool.query('SELECT id, xmin, parent_id FROM taxonomy_node ORDER BY id')).rows;
  const before = await versions();
  await run(rowsOf(['https://b.org/x']));
  await run(pages('/a'));
  expect((await versions()).filter(({ id }) => before.some((row) => row.id === id))).toEqual(before);
});

test('what the database links is what buildHierarchy says, however the pages came in', async () => {
  await fc.assert(
    fc.asyncProperty(hierarchyInputs, fc.integer({ min: 0, max: 3 }), async (inputs, parts) => {
      fc.pre(inputs.length > 0);
      await engine.pool.query('TRUNCATE taxonomy_node, taxonomy_stale_site');
      for (let part = 0; part <= parts; part += 1) {
        const rows = inputs.filter((_, index) => index % (parts + 1) === part);
        // A page's first row counts, as for buildHierarchy.
        if (rows.length > 0) await run({ kind: 'rows', rows }, { onDuplicate: 'SKIP' });
      }
      const inOrder = Array.from({ length: parts + 1 }, (_, part) =>
        inputs.filter((_input, index) => index % (parts + 1) === part),
      ).flat();
      const expected = buildHierarchy(inOrder).nodes.map(({ url, parent, depth, position, slug, title }) => ({
        ...{ url, parent, depth, position, slug, title },
      }));
      const stored = await storedNodes(engine);
      expect(
        stored.map(({ url, parent, depth, position, slug, title, derivedTitle }) => ({
          ...{ url, parent, depth, position, slug, title: title ?? derivedTitle },
        })),
      ).toEqual(expected.sort((a, b) => (a.url < b.url ? -1 : 1)));
    }),
    samples({ quick: 12, full: 60 }),
  );
});

test('imports that end at the same time leave one hierarchy', async () => {
  const parts = [0, 1, 2, 3].map((part) =>
    Array.from({ length: 60 }, (_, n) => `https://a.org/${'x/'.repeat((n * 4 + part) % 7)}${n % 5}`),
  );
  await Promise.all(parts.map((urls) => run(rowsOf(urls), { chunkSize: 10 })));
  const expected = buildHierarchy(parts.flat()).nodes.map(({ url, parent, position }) => ({ url, parent, position }));
  const stored = (await storedNodes(engine)).map(({ url, parent, position }) => ({ url, parent, position }));
  expect(stored).toEqual(expected.sort((a, b) => (a.url < b.url ? -1 : 1)));
});
