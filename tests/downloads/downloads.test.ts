import { once } from 'node:events';
import { get } from 'node:http';
import { expect, test } from 'vitest';
import { createDownloadLinks, LINK_LIFETIME_MS } from '../../server/downloads/links.ts';
import { reader } from '../helpers/csvText.ts';
import { csv } from '../helpers/engine.ts';
import { type TestServer, testServer } from '../helpers/server.ts';

const server: TestServer = testServer();

const URLS = `query ($id: ID!) { import(id: $id) { csv: failedRowsUrl jsonl: failedRowsUrl(format: JSONL)
  audit: auditTrailUrl auditLines: auditTrailUrl(format: JSONL) } importers { name templateUrl } }`;

async function failed(name = 'people.csv'): Promise<string> {
  const source = csv(['Ada', '', 'a@example.org'], ['', '+16175550100', '=cmd()'], ['', '', 'x,"y"\nz']);
  return server.engine.start({ source: { ...source, name } as typeof source });
}

async function urlsOf(id: string): Promise<Record<'csv' | 'jsonl' | 'audit' | 'auditLines', string>> {
  const { data } = await server.graphql(URLS, { id }, 'viewer');
  return data.import;
}

/** The links name the public URL; the test's server listens elsewhere. */
const here = (url: string): string => url.replace('http://localhost:4000', server.origin);

test('failed rows are downloaded by a signed link, without a key, as CSV for a spreadsheet', async () => {
  const { csv: url } = await urlsOf(await failed());
  expect(url).toMatch(/^http:\/\/localhost:4000\/downloads\/imports\//);
  const response = await fetch(here(url));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename=people-failed-rows.csv');
  expect(response.headers.get('cache-control')).toContain('no-store');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const rows = reader.parsed(bytes.toString());
  expect(Object.keys(rows[0] ?? {})).toEqual([
    ...['name', 'phone', 'email'],
    ...['sluice_errors', 'sluice_codes', 'sluice_line', 'sluice_row', 'sluice_import'],
  ]);
  expect(rows).toMatchObject([
    { phone: "'+16175550100", email: "'=cmd()", sluice_codes: 'REQUIRED', sluice_line: '3', sluice_row: '2' },
    { email: 'x,"y"\nz', sluice_errors: 'name: Name is missing. Enter a value. (REQUIRED)', sluice_row: '3' },
  ]);
});

test('JSON Lines keep values as they came; the audit trail comes in both forms', async () => {
  const id = await failed();
  const urls = await urlsOf(id);
  const lines = (await (await fetch(here(urls.jsonl))).text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { phone: '+16175550100', email: '=cmd()', sluice_row: 2, sluice_import: id },
    { email: 'x,"y"\nz', sluice_row: 3 },
  ]);
  expect(reader.parsed(await (await fetch(here(urls.audit))).text())).toMatchObject([
    { actor: 'test', action: 'START' },
  ]);
  const [entry] = (await (await fetch(here(urls.auditLines))).text()).split('\n');
  expect(JSON.parse(entry ?? '')).toMatchObject({ action: 'START', detail: { importer: 'people' } });
});

test('a template has a header that maps by itself, for whoever is signed in', async () => {
  const { data } = await server.graphql(URLS, { id: await failed() }, 'viewer');
  const url = here(data.importers[0].templateUrl);
  expect((await fetch(url)).status).toBe(401);
  const response = await fetch(url, { headers: { authorization: `Bearer ${server.keyOf('viewer')}` } });
  expect(await response.text()).toBe('\uFEFFName,Phone,E-mail\r\n'.slice(1));
  expect(
    (
      await fetch(`${server.origin}/templates/none.csv`, {
        headers: { authorization: `Bearer ${server.keyOf('viewer')}` },
      })
    ).status,
  ).toBe(404);
});

test('a link that was changed or has expired opens nothing, and other projects see no imports', async () => {
  const id = await failed();
  const other = await failed();
  const { csv: url } = await urlsOf(id);
  const plain = url.split('?')[0] ?? '';
  const status = async (at: string, who?: 'viewer' | 'outsider', method = 'GET') => {
    const headers = who ? { authorization: `Bearer ${server.keyOf(who)}` } : {};
    const response = await fetch(here(at), { method, headers });
    await response.body?.cancel();
    return response.status;
  };
  expect(await status(plain, 'viewer')).toBe(200);
  expect(await status(url, undefined, 'HEAD')).toBe(200);
  expect(await status(url, undefined, 'POST')).toBe(405);
  for (const changed of [
    plain,
    url.replace(id, other),
    url.replace('.csv?', '.jsonl?'),
    url.replace('failed-rows', 'audit-trail'),
    url.replace(/expires=(\d)/, 'expires=9$1'),
    `${url.slice(0, -4)}AAAA`,
  ]) {
    expect(await status(changed), changed).toBe(401);
    expect(await status(changed, 'outsider'), changed).toBe(404);
  }
  const earlier = createDownloadLinks({
    secret: 'a secret of the tests that is long enough',
    publicUrl: 'http://localhost:4000',
    now: () => Date.now() - LINK_LIFETIME_MS - 1_000,
  });
  const expired = earlier.sign(id, 'failed-rows', 'csv');
  expect(await status(expired)).toBe(403);
  expect(await status(expired, 'viewer')).toBe(200);
  expect(await status(plain.replace(id, '01900000-0000-7000-8000-000000000000'), 'viewer')).toBe(404);
  expect(await status(plain.replace(id, '------------------------------------'), 'viewer')).toBe(404);
});

test('a source’s name makes a safe file name', async () => {
  const { csv: url } = await urlsOf(await failed('../a "b"\r\nX: y/Ünï%.csv'));
  const response = await fetch(here(url), { method: 'HEAD' });
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename=_n__-failed-rows.csv; filename*=UTF-8''%C3%9Cn%C3%AF%25-failed-rows.csv`,
  );
});

test('a long name keeps the ending of its file, wherever it is cut', async () => {
  const { csv: url } = await urlsOf(await failed(`${'a'.repeat(119)}😀${'b'.repeat(60)}.csv`));
  const response = await fetch(here(url), { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=a{119}_-failed-rows\.csv;/);
});

test('a client that leaves ends the reading, and a slow one is waited for', async () => {
  const id = await failed();
  await server.engine.pool.query(
    `INSERT INTO failed_row (id, import_id, row_number, "values", errors, tags)
     SELECT gen_random_uuid(), $1, n, json_build_object('name', '', 'email', repeat('x', 20000)), '[]', '{}'
       FROM generate_series(10, 1009) n`,
    [id],
  );
  const { csv: url } = await urlsOf(id);
  const { database } = server.engine.context;
  const { query } = database;
  let pages = 0;
  const counting = (text: string, values?: readonly unknown[]) => {
    if (text.includes('AS before')) pages += 1;
    return query(text, values);
  };
  Object.assign(database, { query: counting });
  try {
    expect((await (await fetch(here(url))).text()).match(/sluice_import|x{20000}/g)).toHaveLength(1_001);
    const whole = pages;
    expect(whole).toBeGreaterThan(4);
    const request = get(here(url));
    const [response] = await once(request, 'response');
    await once(response, 'readable');
    request.destroy();
    await (await fetch(here(url))).text();
    expect(pages).toBeLessThan(3 * whole);
  } finally {
    Object.assign(database, { query });
  }
});
