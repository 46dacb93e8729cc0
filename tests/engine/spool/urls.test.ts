import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { feeds } from '../../../server/app/feeds.ts';
import { createSecretBox } from '../../../server/engine/model/secretBox.ts';
import { removeSpentSpools } from '../../../server/engine/store/spool.ts';
import { taxonomy } from '../../../server/importers/taxonomy/index.ts';
import { createFetcher } from '../../../server/sources/fetch/fetcher.ts';
import { testEngine } from '../../helpers/engine.ts';
import { loopback } from '../../helpers/loopback.ts';
import { people } from '../../helpers/people.ts';
import { saying, textOf } from '../../helpers/saying.ts';
import { until } from '../../helpers/until.ts';

const server = loopback();
const secretBox = createSecretBox('a secret of the tests that is long enough');
let fetcher: ReturnType<typeof createFetcher> | undefined;
const engine = testEngine({
  workers: true,
  importers: [people, taxonomy],
  urls: () => {
    fetcher = createFetcher({ allowedHosts: [server.host] });
    return { fetcher, feeds, secretBox, maxBytes: 5_000_000 };
  },
});
afterAll(() => fetcher?.close());

const CSV = 'name,phone\nAda,+12025550101\nBob,+12025550102\n';
let path = 0;
/** A URL of the test's own. */
let url = '';
beforeEach(() => {
  path += 1;
  url = `${server.origin}/${path}/people.csv`;
});

const spools = async (id: string) =>
  (await engine.pool.query('SELECT * FROM source_spool WHERE import_id = $1', [id])).rows[0];
const storedParts = async () =>
  Number((await engine.pool.query('SELECT count(*) FROM stored_file_part')).rows[0].count);
const warnings = async (id: string) =>
  (await engine.pool.query('SELECT code FROM import_warning WHERE import_id = $1', [id])).rows.map(({ code }) => code);

/** An import whose first retry comes at once. */
async function hurry(id: string): Promise<void> {
  await engine.pool.query(`UPDATE sluice.job SET start_after = now() WHERE singleton_key = $1 AND state = 'created'`, [
    id,
  ]);
}

/** Ends although retries wait: each is brought forward as it comes. */
async function endedInAHurry(id: string) {
  let over = false;
  const ending = engine.ended(id).finally(() => {
    over = true;
  });
  await until(
    async () => {
      await hurry(id);
      return over;
    },
    { what: 'the retries' },
  );
  return ending;
}

test('a file behind a URL is fetched, imported like an upload, and not kept', async () => {
  server.answer((_request, response) => response.writeHead(200, { 'content-type': 'text/csv' }).end(CSV));
  const id = await engine.start({ source: { kind: 'url', url } });
  expect(await engine.ended(id)).toMatchObject({ status: 'COMPLETED', counts: { created: 2, total: 2 } });
  expect(await engine.row(id)).toMatchObject({
    source_name: url,
    source_bytes: String(CSV.length),
    mode: 'ASYNC',
    mode_reason: { code: 'SOURCE_IS_FETCHED' },
  });
  await until(async () => (await storedParts()) === 0, { what: 'the fetched bytes to be removed' });
});

test('credentials and query reach the server, and are kept encrypted and shown nowhere', async () => {
  server.answer((_request, response) => response.end(CSV));
  const secret = url.replace('http://', 'http://ada:pass-word@').concat('?token=very-secret');
  const id = await engine.start({ source: { kind: 'url', url: secret } });
  await engine.ended(id);
  const asked = server.requests.find((request) => request.url?.includes(`/${path}/`));
  expect(asked?.url).toContain('token=very-secret');
  expect(asked?.headers.authorization).toBe(`Basic ${Buffer.from('ada:pass-word').toString('base64')}`);
  const { rows } = await engine.pool.query(
    `SELECT row_to_json(import)::text || (SELECT string_agg(row_to_json(a)::text, '') FROM audit_entry a)
         || (SELECT string_agg(row_to_json(s)::text, '') FROM source_spool s)
         || (SELECT string_agg(row_to_json(j)::text, '') FROM sluice.job j) AS everything FROM import WHERE id = $1`,
    [id],
  );
  expect(rows[0].everything).toContain(url);
  for (const hidden of ['pass-word', 'very-secret', 'ada:']) expect(rows[0].everything).not.toContain(hidden);
});

test('a server that fails is asked again, after the time that it names; the import goes on by itself', async () => {
  let asked = 0;
  server.answer((_request, response) => {
    asked += 1;
    if (asked === 1) response.writeHead(503, { 'retry-after': '600' }).end();
    else if (asked === 2) response.destroy();
    else response.end(CSV);
  });
  const id = await engine.start({ source: { kind: 'url', url } });
  await until(async () => (await spools(id))?.failures === 1, { what: 'the first failure' });
  const waiting = async () =>
    (
      await engine.pool.query(
        `SELECT start_after - now() > interval '9 minutes' AS late FROM sluice.job
        WHERE singleton_key = $1 AND state = 'created'`,
        [id],
      )
    ).rows[0]?.late;
  await until(waiting, { what: 'a retry in ten minutes' });
  expect(await endedInAHurry(id)).toMatchObject({ status: 'COMPLETED', counts: { created: 0, unchanged: 2 } });
  expect(asked).toBe(3);
  expect((await spools(id)).attempts).toMatchObject([
    { code: 'HTTP_STATUS', error: saying(`${url} responded with HTTP status 503.`) },
    { code: 'UNREACHABLE' },
  ]);
});

test('a server that keeps failing ends the import, which is resumed when it is back', async () => {
  let isUp = false;
  server.answer((_request, response) => (isUp ? response.end(CSV) : response.writeHead(500).end()));
  const id = await engine.start({ source: { kind: 'url', url } });
  const failed = await endedInAHurry(id);
  expect(failed.status).toBe('FAILED');
  expect(textOf(failed.statusReason)).toContain(
    'responded with HTTP status 500. Gave up after 4 attempts. Resume to try again.',
  );
  expect(failed.counts).toMatchObject({ total: null, created: 0, pending: 0 });
  isUp = true;
  await engine.engine.resumeImport('test', id, {});
  expect((await engine.ended(id)).status).toBe('COMPLETED');
});

test.each([
  ['what is not there', 404, 'responded with HTTP status 404'],
  ['what is not allowed', 403, 'responded with HTTP status 403'],
])('%s ends the import at once', async (_what, status, reason) => {
  server.forget();
  server.answer((_request, response) => response.writeHead(status).end());
  const id = await engine.start({ source: { kind: 'url', url } });
  expect(await engine.ended(id)).toMatchObject({ status: 'FAILED', statusReason: saying(reason) });
  expect(server.requests).toHaveLength(1);
});

test('a web page, an empty answer and one over the limit are refused with their reason', async () => {
  const answers: [string, string | Buffer, RegExp][] = [
    ['text/html; charset=utf-8', '\n<!DOCTYPE html><title>Sign in</title>', /returned a web page instead of a file/],
    ['text/csv', '', /file is empty/],
    ['text/csv', Buffer.alloc(5_000_001, 'a'), /5000000 bytes/],
    ['application/gzip', gzipSync(Buffer.alloc(6_000_000, 'a')), /5000000 bytes/],
  ];
  for (const [type, body, reason] of answers) {
    server.answer((_request, response) => response.writeHead(200, { 'content-type': type }).end(body));
    const id = await engine.start({ source: { kind: 'url', url: `${url}?${reason.source.length}` } });
    expect(await engine.ended(id)).toMatchObject({ status: 'FAILED', statusReason: saying(reason) });
  }
});

test('an address inside is refused by the plan; what is no URL by startImport', async () => {
  const id = await engine.start({ source: { kind: 'url', url: 'http://127.0.0.1:1/people.csv' } });
  expect(await engine.ended(id)).toMatchObject({
    status: 'FAILED',
    statusReason: saying('127.0.0.1 does not have a public address'),
  });
  for (const bad of ['', 'people.csv', 'file:///etc/passwd', 'ftp://example.com/a', `http://a/${'b'.repeat(4_000)}`]) {
    await expect(engine.start({ source: { kind: 'url', url: bad } }), bad).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: ['source', 'url'] }],
    });
  }
  await expect(engine.start({ source: { kind: 'url', url }, mode: 'SYNC' })).rejects.toMatchObject({
    issues: [{ path: ['mode'] }],
  });
});

test('gzip is unpacked, whatever it is called', async () => {
  server.answer((_request, response) => response.end(gzipSync(CSV)));
  const id = await engine.start({ source: { kind: 'url', url } });
  expect(await engine.ended(id)).toMatchObject({ status: 'COMPLETED', counts: { total: 2 } });
});

test('the same key is the same import by URL; the same content is told of', async () => {
  server.answer((_request, response) => response.end('name,phone\nSame,+12025550177\n'));
  const first = await engine.start({ source: { kind: 'url', url }, idempotencyKey: 'url-1' });
  expect(await engine.start({ source: { kind: 'url', url }, idempotencyKey: 'url-1' })).toBe(first);
  await expect(
    engine.start({ source: { kind: 'url', url: `${url}?other` }, idempotencyKey: 'url-1' }),
  ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  await engine.ended(first);
  expect(await warnings(first)).toEqual([]);
  const again = await engine.start({ source: { kind: 'url', url: `${url}?again` } });
  await engine.ended(again);
  expect(await warnings(again)).toEqual(['SAME_SOURCE']);
});

test('a file of many parts is there byte for byte', async () => {
  const rows = Array.from({ length: 60_000 }, (_, n) => `Person ${n},+1202${String(5_000_000 + n)},p${n}@example.com`);
  const large = `name,phone,email\n${rows.join('\n')}\n`;
  server.answer((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(large)));
  const id = await engine.start({ source: { kind: 'url', url }, dryRun: true, chunkSize: 1_000 });
  await until(async () => (await spools(id))?.done, { what: 'the file' });
  expect(await engine.row(id)).toMatchObject({
    source_bytes: String(large.length),
    source_sha256: createHash('sha256').update(large).digest(),
  });
  await until(async () => Number((await engine.row(id)).rows_read) > 0, { what: 'rows to be read' });
  await engine.engine.cancelImport('test', id);
});

test('pause while it is fetched lets go of it; resume fetches it whole', async () => {
  const gate = Promise.withResolvers<void>();
  server.answer(async (_request, response) => {
    response.write(CSV);
    await gate.promise;
    response.end();
  });
  const id = await engine.start({ source: { kind: 'url', url } });
  await until(async () => spools(id), { what: 'the fetch to begin' });
  await engine.engine.pauseImport('test', id);
  gate.resolve();
  await until(
    async () => {
      const { rows } = await engine.pool.query(
        `SELECT FROM sluice.job WHERE singleton_key = $1 AND state IN ('created', 'active')`,
        [id],
      );
      return rows.length === 0;
    },
    { what: 'the plan to let go' },
  );
  expect(await engine.row(id)).toMatchObject({ status: 'PAUSED', planned: false });
  await engine.engine.resumeImport('test', id, {});
  expect(await engine.ended(id)).toMatchObject({ status: 'COMPLETED', counts: { total: 2 } });
});

test('a URL that was encrypted with another secret says so', async () => {
  server.answer((_request, response) => response.end(CSV));
  const id = await engine.start({ source: { kind: 'url', url } });
  await engine.ended(id);
  expect(createSecretBox('another secret that is long enough too').open(secretBox.close('text'))).toBeNull();
  expect(secretBox.open(secretBox.close('text'))).toBe('text');
  expect(secretBox.open('nonsense')).toBeNull();
});

test('what was fetched for an import that stopped is kept a week, and fetched again for a later resume', async () => {
  server.answer((_request, response) => response.end('no,columns\nthat,map\n'));
  const id = await engine.start({ source: { kind: 'url', url } });
  expect((await engine.ended(id)).status).toBe('FAILED');
  await removeSpentSpools(engine.context.database);
  expect((await spools(id)).done).toBe(true);
  await engine.pool.query(`UPDATE import SET updated_at = now() - interval '8 days' WHERE id = $1`, [id]);
  expect(await removeSpentSpools(engine.context.database)).toBe(1);
  expect(await spools(id)).toBeUndefined();
  server.answer((_request, response) => response.end(CSV));
  await engine.engine.resumeImport('test', id, {});
  expect((await engine.ended(id)).status).toBe('COMPLETED');
});
