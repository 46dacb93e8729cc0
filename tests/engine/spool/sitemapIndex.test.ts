import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { feeds } from '../../../server/app/feeds.ts';
import { createSecretBox } from '../../../server/engine/model/secretBox.ts';
import { taxonomy } from '../../../server/importers/taxonomy/index.ts';
import { createFetcher } from '../../../server/sources/fetch/fetcher.ts';
import { testEngine } from '../../helpers/engine.ts';
import { loopback } from '../../helpers/loopback.ts';
import { saying, textOf } from '../../helpers/saying.ts';
import { until } from '../../helpers/until.ts';

const server = loopback();
const other = loopback();
let fetcher: ReturnType<typeof createFetcher> | undefined;
const engine = testEngine({
  workers: true,
  importers: [taxonomy],
  urls: () => {
    fetcher = createFetcher({ allowedHosts: [server.host] });
    const secretBox = createSecretBox('a secret of the tests that is long enough');
    return { fetcher, feeds, secretBox, maxBytes: 5_000_000 };
  },
});
afterAll(() => fetcher?.close());

const index = (...locs: string[]) =>
  `<?xml version="1.0"?>\n<sitemapindex>${locs.map((loc) => `<sitemap><loc>${loc}</loc></sitemap>`).join('\n')}</sitemapindex>`;
const urlset = (...paths: string[]) =>
  `<urlset>${paths.map((path) => `<url><loc>https://site.example${path}</loc></url>`).join('')}</urlset>`;

/** Answers by path; a number is a status. */
function serve(pages: Readonly<Record<string, string | Buffer | number>>): void {
  server.forget();
  server.answer((request, response) => {
    const page = pages[request.url ?? ''] ?? 404;
    if (typeof page === 'number') response.writeHead(page).end();
    else response.end(page);
  });
}

const start = (path: string, input: { idempotencyKey?: string } = {}) =>
  engine.engine.startImport('test', {
    ...{ projectId: 'demo', importer: 'taxonomy', source: { kind: 'url', url: `${server.origin}${path}` } },
    ...input,
  });
const asked = () => server.requests.map(({ url }) => url);
const urls = async () =>
  (await engine.pool.query('SELECT url FROM taxonomy_node ORDER BY url')).rows.map(({ url }) => new URL(url).pathname);
const spool = async (id: string) =>
  (await engine.pool.query('SELECT * FROM source_spool WHERE import_id = $1', [id])).rows[0];

test('an index is followed: each of its sitemaps, gzip too, in its order', async () => {
  serve({
    '/index.xml': gzipSync(index(`${server.origin}/a.xml`, `${server.origin}/b.xml.gz`)),
    '/a.xml': urlset('/a', '/a/1'),
    '/b.xml.gz': gzipSync(urlset('/b')),
  });
  const id = await start('/index.xml');
  expect(await engine.ended(id)).toMatchObject({ status: 'COMPLETED', counts: { total: 3, created: 3 } });
  expect(await urls()).toEqual(['/a', '/a/1', '/b']);
  expect(asked()).toEqual(['/index.xml', '/index.xml', '/a.xml', '/b.xml.gz']);
});

test('a sitemap that fails is asked for again, and those before it are not; nothing is imported before all are there', async () => {
  const pages: Record<string, string | number> = {
    '/index2.xml': index(`${server.origin}/c.xml`, `${server.origin}/d.xml`, `${server.origin}/e.xml`),
    '/c.xml': urlset('/c'),
    '/d.xml': 503,
    '/e.xml': urlset('/e'),
  };
  serve(pages);
  const id = await start('/index2.xml');
  const failure = async (count: number) =>
    until(async () => (await spool(id))?.attempts.length >= count, { what: `failure ${count}` });
  const hurry = () =>
    engine.pool.query(`UPDATE sluice.job SET start_after = now() WHERE singleton_key = $1 AND state = 'created'`, [id]);
  await failure(1);
  expect(await spool(id)).toMatchObject({ feed: 'sitemapindex', pages: 1, rows: 1, done: false, failures: 1 });
  expect(await engine.row(id)).toMatchObject({ status: 'RUNNING', rows_read: 0 });
  for (const count of [2, 3, 4]) {
    await until(async () => (await hurry()).rowCount === 1, { what: 'the retry to be stored' });
    await failure(count);
  }
  const failed = await engine.ended(id);
  expect(failed).toMatchObject({ status: 'FAILED', counts: { total: null, created: 0 } });
  expect(textOf(failed.statusReason)).toContain('/d.xml responded with HTTP status 503. Gave up after 4 attempts.');
  expect(await urls()).not.toContain('/c');

  pages['/d.xml'] = urlset('/d');
  server.forget();
  await engine.engine.resumeImport('test', id, {});
  expect(await engine.ended(id)).toMatchObject({ status: 'COMPLETED', counts: { total: 3, created: 3 } });
  expect(asked()).toEqual(['/d.xml', '/e.xml']);
});

test('the sitemaps of an index are fetched by the same rules', async () => {
  serve({ '/index3.xml': index(`${other.origin}/f.xml`) });
  const id = await start('/index3.xml');
  expect(await engine.ended(id)).toMatchObject({
    status: 'FAILED',
    statusReason: saying('127.0.0.1 does not have a public address'),
  });
  expect(other.requests).toHaveLength(0);
});

test('an index of indexes, a broken sitemap and one that is away are said with their names', async () => {
  serve({
    '/index4.xml': index(`${server.origin}/index4.xml`),
    '/index5.xml': index(`${server.origin}/broken.xml`),
    '/index6.xml': index(`${server.origin}/gone.xml`),
    '/index7.xml': index('no url'),
    '/index8.xml': index(),
    '/broken.xml': '<urlset><url></urlset>',
  });
  const reasons: Record<string, RegExp> = {
    '/index4.xml': /index4\.xml: A sitemap index lists another index/,
    '/index5.xml': /broken\.xml: The sitemap is not valid XML: line 1/,
    '/index6.xml': /gone\.xml responded with HTTP status 404/,
    '/index7.xml': /entry on line 2 of the sitemap index has no URL/,
    '/index8.xml': /lists no sitemaps/,
  };
  for (const [path, reason] of Object.entries(reasons)) {
    const id = await start(path);
    expect(await engine.ended(id), path).toMatchObject({
      status: 'FAILED',
      statusReason: saying(reason),
    });
  }
});

test('more rows than the importer takes are refused before all is fetched', async () => {
  const many = urlset(...Array.from({ length: 6_000 }, (_, n) => `/many/${n}`));
  serve({
    '/index9.xml': index(...[1, 2, 3].map((n) => `${server.origin}/many.xml?${n}`)),
    ...{ '/many.xml?1': many, '/many.xml?2': many, '/many.xml?3': many },
  });
  const id = await start('/index9.xml');
  expect(await engine.ended(id)).toMatchObject({
    status: 'FAILED',
    statusReason: saying('more than 10000 rows'),
  });
  expect(asked()).not.toContain('/many.xml?3');
});
