import type { ServerResponse } from 'node:http';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { feeds } from '../../../server/app/feeds.ts';
import { createSecretBox } from '../../../server/engine/model/secretBox.ts';
import { events } from '../../../server/importers/events/index.ts';
import type { JsonObject } from '../../../server/sdk/index.ts';
import { createFetcher } from '../../../server/sources/fetch/fetcher.ts';
import { testEngine } from '../../helpers/engine.ts';
import { loopback } from '../../helpers/loopback.ts';
import { textOf } from '../../helpers/saying.ts';
import { until } from '../../helpers/until.ts';
import { feedEvent } from '../../importers/events/calendar.ts';

const server = loopback();
let fetcher: ReturnType<typeof createFetcher> | undefined;
const engine = testEngine({
  workers: true,
  importers: [events],
  urls: () => {
    fetcher = createFetcher({ allowedHosts: [server.host] });
    const secretBox = createSecretBox('a secret of the tests that is long enough');
    return { fetcher, feeds, secretBox, maxBytes: 5_000_000 };
  },
});
afterAll(() => fetcher?.close());

const PATH = '/wp-json/tribe/events/v1/events';
const RANGE = 'start_date=2026-03-10&end_date=2026-03-10';
/** A day that ends at three in the morning, with raw spaces, as the calendar writes it. */
const ECHO = `https://calendar.example${PATH}/?page=1&per_page=2&start_date=2026-03-10 03:00:00&end_date=2026-03-11 02:59:59&status=publish`;
const PER_PAGE = 2;

type Answering = (page: number, response: ServerResponse) => boolean;

/** Serves events as the calendar does, two on a page; `misbehave` may answer in its place. */
function serve(all: readonly JsonObject[], misbehave: Answering = () => false): void {
  server.forget();
  server.answer((request, response) => {
    const url = new URL(request.url ?? '', server.origin);
    const page = Number(url.searchParams.get('page') ?? 1);
    if (misbehave(page, response)) return;
    const pages = Math.ceil(all.length / PER_PAGE);
    response.setHeader('content-type', 'application/json; charset=UTF-8');
    if (page > Math.max(pages, 1)) {
      const body = { code: 'event-archive-page-not-found', message: 'The requested event archive page does not exist' };
      response.writeHead(404).end(JSON.stringify({ ...body, data: { status: 404 } }));
      return;
    }
    const next = page < pages ? { next_rest_url: ECHO.replace('page=1', `page=${page + 1}`) } : {};
    const given = all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    response.end(JSON.stringify({ events: given, rest_url: ECHO, ...next, total: all.length, total_pages: pages }));
  });
}

const start = (options: JsonObject = {}, query = RANGE, path = PATH) =>
  engine.engine.startImport('test', {
    ...{ projectId: 'demo', importer: 'events', options },
    source: { kind: 'url', url: `${server.origin}${path}?${query}` },
  });

async function ended(id: string) {
  const { status, counts, statusReason } = await engine.ended(id);
  return { status, statusReason: textOf(statusReason), ...counts };
}

const query = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await engine.pool.query<Row>(sql, values)).rows;
const spool = async (id: string) =>
  (await query<Record<string, number>>('SELECT * FROM source_spool WHERE import_id = $1', [id]))[0];
const missing = (id: string) =>
  query('SELECT slug FROM missing_event JOIN event ON event.id = event_id WHERE missing_event.import_id = $1', [id]);
const pagesAsked = () => server.requests.map(({ url }) => new URL(url ?? '', server.origin).searchParams.get('page'));
const someEvents = (...ids: number[]) => ids.map((id) => feedEvent(id));
/** Has the import's retries start now. */
const hurry = (id: string) =>
  query("UPDATE sluice.job SET start_after = now() WHERE singleton_key = $1 AND state = 'created'", [id]);

beforeEach(async () => {
  await query('TRUNCATE event, venue, organizer, event_category, entity_rule, entity_match, import CASCADE');
});

test('all pages are read, at the address that was given, and a day captured twice has nothing changed and one missing', async () => {
  serve(someEvents(1, 2, 3, 4, 5));
  const first = await start();
  expect(await ended(first)).toMatchObject({ status: 'COMPLETED', total: 5, created: 5 });
  expect(pagesAsked()).toEqual([null, '1', '2', '3']);
  expect(await missing(first)).toEqual([]);
  serve(someEvents(1, 2, 4, 5));
  const second = await start();
  expect(await ended(second)).toMatchObject({ status: 'COMPLETED', total: 4, unchanged: 4, updated: 0, created: 0 });
  expect(await missing(second)).toEqual([{ slug: 'event-3' }]);
  const [warning] = await query('SELECT code, count FROM import_warning WHERE import_id = $1', [second]);
  expect(warning).toEqual({ code: 'MISSING_EVENTS', count: 1 });
  expect(await query('SELECT 1 FROM event WHERE removed')).toEqual([]);
});

test('an empty range is complete with no rows, reports what was there, and removes nothing', async () => {
  serve(someEvents(1, 2));
  await ended(await start());
  serve([]);
  const id = await start({ removeMissing: true });
  expect(await ended(id)).toMatchObject({ status: 'COMPLETED', total: 0 });
  expect(await missing(id)).toHaveLength(2);
  expect(await query('SELECT 1 FROM event WHERE removed')).toEqual([]);
});

test('a feed that is asked for a part only knows of none that are missing', async () => {
  serve(someEvents(1, 2));
  await ended(await start());
  serve(someEvents(1));
  const id = await start({ removeMissing: true }, `${RANGE}&categories=milonga`);
  expect(await ended(id)).toMatchObject({ status: 'COMPLETED', unchanged: 1 });
  expect(await missing(id)).toEqual([]);
});

test('a page that fails is asked for again, then the import is FAILED and goes on from that page', async () => {
  let broken = true;
  serve(someEvents(1, 2, 3, 4, 5), (page, response) => {
    if (page !== 2 || !broken) return false;
    response.writeHead(503, { 'retry-after': '1' }).end('busy');
    return true;
  });
  const id = await start();
  await until(
    async () => {
      await hurry(id);
      return (await engine.row(id)).status === 'FAILED';
    },
    { what: 'the import to give up' },
  );
  const { statusReason, total } = await ended(id);
  expect(statusReason).toMatch(/status 503.*Resume/);
  expect(total).toBeNull();
  expect(await query('SELECT 1 FROM event')).toEqual([]);
  expect(await spool(id)).toMatchObject({ feed: 'tec', pages: 1, rows: 2, done: false });

  broken = false;
  server.forget();
  await engine.engine.resumeImport('test', id, {});
  await until(async () => (await engine.row(id)).status === 'COMPLETED', { what: 'the import to complete' });
  expect(await ended(id)).toMatchObject({ total: 5, created: 5 });
  expect(pagesAsked()).toEqual(['2', '3']);
});

test.each<[string, RegExp, Answering]>([
  [
    'a web page around the JSON',
    /web page/,
    (_page, response) =>
      !!response.setHeader('content-type', 'text/html').end('<html><body><pre>{"events":[]}</pre></body></html>'),
  ],
  [
    'a page without events',
    /not a feed of The Events Calendar/,
    (_page, response) => !!response.end('{"events":{},"total":0}'),
  ],
  [
    'a route that is not there',
    /status 404/,
    (_page, response) => !!response.writeHead(404).end('{"code":"rest_no_route","message":"No route"}'),
  ],
])('a feed with %s is refused in words, and nothing of it is imported', async (_title, words, misbehave) => {
  serve(someEvents(1, 2, 3, 4, 5), misbehave);
  const end = await ended(await start());
  expect(end).toMatchObject({ status: 'FAILED', created: 0 });
  expect(end.statusReason).toMatch(words);
  expect(await query('SELECT 1 FROM event')).toEqual([]);
});

const pageOf = (ids: number[], rest: object) => JSON.stringify({ events: someEvents(...ids), total: 5, ...rest });
const gone = '{"code":"event-archive-page-not-found","message":"no"}';

test.each<[string, Answering, number, string[]]>([
  ['fewer events than its total', (_page, response) => !!response.end(pageOf([1, 2], {})), 2, ['FEED_COUNT_DIFFERS']],
  [
    'a last page that names a next one',
    (page, response) =>
      page === 3
        ? !!response.end(pageOf([5], { next_rest_url: 'x' }))
        : page > 3 && !!response.writeHead(404).end(gone),
    5,
    ['FEED_PAGE_MISSING'],
  ],
  [
    'a last page that comes again for each behind it',
    (page, response) => page >= 3 && !!response.end(pageOf([5], { next_rest_url: 'x' })),
    5,
    ['FEED_PAGE_MISSING'],
  ],
  [
    'a short page in its middle',
    (page, response) => page === 2 && !!response.end(pageOf([3], { total_pages: 3 })),
    4,
    ['FEED_COUNT_DIFFERS'],
  ],
  [
    'another total and an event twice on its second page',
    (page, response) => page === 2 && !!response.end(pageOf([2, 3, 4], { total_pages: 3, total: 6 })),
    5,
    ['FEED_COUNT_DIFFERS', 'FEED_MOVED'],
  ],
  [
    'the end too early',
    (page, response) => page === 2 && !!response.writeHead(404).end(gone),
    2,
    ['FEED_COUNT_DIFFERS', 'FEED_PAGE_MISSING'],
  ],
])(
  'a feed with %s is imported with a warning, and nothing is missing for it',
  async (_title, misbehave, events, codes) => {
    serve(someEvents(1, 2, 3, 4, 5, 6));
    await ended(await start());
    serve(someEvents(1, 2, 3, 4, 5), misbehave);
    const id = await start();
    expect((await ended(id)).status).toBe('COMPLETED');
    expect(await query('SELECT 1 FROM event_sighting WHERE import_id = $1', [id])).toHaveLength(events);
    const warnings = await query<{ code: string }>('SELECT code FROM import_warning WHERE import_id = $1 ORDER BY 1', [
      id,
    ]);
    expect(warnings.map(({ code }) => code).filter((code) => code.startsWith('FEED'))).toEqual(codes);
    if (events < 5) expect(await missing(id)).toEqual([]);
  },
);
