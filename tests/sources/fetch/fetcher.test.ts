import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { createFetcher } from '../../../server/sources/fetch/fetcher.ts';
import { requireOk } from '../../../server/sources/fetch/requireOk.ts';
import { retryAfterMs } from '../../../server/sources/fetch/retryAfter.ts';
import type { Fetcher } from '../../../server/sources/fetch/types.ts';
import { loopback } from '../../helpers/loopback.ts';

const server = loopback();
const other = loopback();
const made: Fetcher[] = [];

function fetcher(options: Partial<Parameters<typeof createFetcher>[0]> = {}): Fetcher {
  const one = createFetcher({ allowedHosts: [server.host, other.host], ...options });
  made.push(one);
  return one;
}
afterAll(async () => {
  for (const one of made) await one.close();
});

const last = (from = server) => from.requests.at(-1);

test('an answer comes decoded, whatever its encoding', async () => {
  const encoders = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
  const csv = 'name,phone\n'.repeat(10_000);
  for (const [encoding, encode] of Object.entries(encoders)) {
    server.answer((_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(encode(csv)));
    const { status, body, url } = await fetcher().request(`${server.origin}/list.csv#top`);
    expect({ status, url, same: (await text(body)) === csv }).toEqual({
      status: 200,
      url: `${server.origin}/list.csv`,
      same: true,
    });
  }
});

test('credentials of the URL go as Basic, and the answer does not name them', async () => {
  server.answer((_request, response) => response.end('ok'));
  const { url, body } = await fetcher().request(`http://ada%40b:p%3A%zz@${server.host}/x?y=1`);
  await text(body);
  expect(last()?.headers.authorization).toBe(`Basic ${Buffer.from('ada@b:p%3A%zz').toString('base64')}`);
  expect(last()?.url).toBe('/x?y=1');
  expect(url).toBe(`${server.origin}/x?y=1`);
});

test('a redirect within the origin keeps credentials and headers; one to another origin loses them', async () => {
  other.answer((_request, response) => response.end('there'));
  server.answer((request, response) => {
    if (request.url === '/first') response.writeHead(301, { location: 'second' }).end();
    else if (request.url === '/second') response.writeHead(307, { location: `http://x:y@${other.host}/third` }).end();
  });
  const headers = { Authorization: 'Bearer token', 'X-Api-Key': 'key', Accept: 'text/csv', Cookie: 'a=b' };
  const { url, body } = await fetcher().request(`${server.origin}/first`, { headers });
  expect(await text(body)).toBe('there');
  expect(url).toBe(`${other.origin}/third`);
  expect(last()?.headers).toMatchObject({ authorization: 'Bearer token', 'x-api-key': 'key', accept: 'text/csv' });
  expect(last(other)?.headers.accept).toBe('text/csv');
  for (const name of ['authorization', 'x-api-key', 'cookie']) expect(last(other)?.headers).not.toHaveProperty(name);
});

test('five redirects are followed, the sixth is not; a loop ends', async () => {
  server.answer((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
    else response.end('arrived');
  });
  expect(await text((await fetcher().request(`${server.origin}/5`)).body)).toBe('arrived');
  await expect(fetcher().request(`${server.origin}/6`)).rejects.toMatchObject({ code: 'TOO_MANY_REDIRECTS' });
});

test('a POST is answered with the redirect itself', async () => {
  server.answer((_request, response) => response.writeHead(307, { location: other.origin }).end());
  const before = other.requests.length;
  const { status, body } = await fetcher().request(server.origin, { method: 'POST', body: '{}' });
  await text(body);
  expect(status).toBe(307);
  expect(other.requests).toHaveLength(before);
});

test('a body over the limit is cut off, as sent and as decoded', async () => {
  server.answer((_request, response) => response.end(Buffer.alloc(100_001)));
  await expect(fetcher().request(server.origin, { maxBytes: 100_000 }).then(read)).rejects.toMatchObject({
    code: 'TOO_LARGE',
    retryable: false,
  });
  for (const [encoding, bomb] of bombs()) {
    server.answer((_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb));
    const reading = fetcher().request(server.origin, { maxBytes: 1_000_000 }).then(read);
    await expect(reading, encoding).rejects.toMatchObject({ code: 'TOO_LARGE' });
  }
});

test('a bomb within a bomb is not opened', async () => {
  const bomb = gzipSync(gzipSync(Buffer.alloc(1_000_000)));
  server.answer((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(bomb));
  await expect(fetcher().request(server.origin)).rejects.toMatchObject({ code: 'BROKEN_BODY' });
});

test('headers without end are cut off', async () => {
  server.answer((_request, response) => response.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end());
  await expect(fetcher().request(server.origin)).rejects.toMatchObject({ code: 'TOO_LARGE' });
});

test('an answer that never comes, or drips, ends in time', async () => {
  server.answer(() => undefined);
  await expect(fetcher({ idleMs: 100 }).request(server.origin)).rejects.toMatchObject({
    code: 'TIMED_OUT',
    retryable: true,
  });
  server.answer((_request, response) => void response.write('a'));
  await expect(fetcher({ idleMs: 100 }).request(server.origin).then(read)).rejects.toMatchObject({ code: 'TIMED_OUT' });
  server.answer((_request, response) => {
    const drip = setInterval(() => response.write('a'), 20);
    response.once('close', () => clearInterval(drip));
  });
  await expect(fetcher().request(server.origin, { timeoutMs: 200 }).then(read)).rejects.toMatchObject({
    code: 'TIMED_OUT',
  });
});

test('a body that breaks off, or is not what it says, is no whole body', async () => {
  server.answer((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    response.destroy();
  });
  await expect(fetcher().request(server.origin).then(read)).rejects.toMatchObject({ retryable: true });
  const cut = gzipSync('name,phone\n'.repeat(1_000)).subarray(0, 40);
  for (const body of [cut, Buffer.from('no gzip')]) {
    server.answer((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(body));
    await expect(fetcher().request(server.origin).then(read)).rejects.toMatchObject({
      code: 'BROKEN_BODY',
      retryable: true,
    });
  }
});

test('who aborts gets the reason, before and while the body comes', async () => {
  server.answer((_request, response) => void response.write('a'));
  const gone = AbortSignal.abort(new Error('stopped'));
  await expect(fetcher().request(server.origin, { signal: gone })).rejects.toThrow('stopped');
  const control = new AbortController();
  const { body } = await fetcher().request(server.origin, { signal: control.signal });
  body.once('data', () => control.abort(new Error('enough')));
  await expect(text(body)).rejects.toThrow('enough');
});

test('nobody listening, and no HTTP, are faults of the network', async () => {
  await expect(fetcher({ allowedHosts: ['127.0.0.1:9'] }).request('http://127.0.0.1:9/')).rejects.toMatchObject({
    code: 'UNREACHABLE',
    retryable: true,
  });
  const noHttp = createServer((socket) => socket.end('hello\r\n\r\n'));
  await new Promise<void>((resolve) => noHttp.listen(0, '127.0.0.1', resolve));
  const address = noHttp.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const one = fetcher({ allowedHosts: [`127.0.0.1:${port}`] });
  await expect(one.request(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ name: 'FetchError' });
  await expect(one.request(`https://127.0.0.1:${port}/`)).rejects.toMatchObject({ name: 'FetchError' });
  noHttp.close();
});

test('statuses that pass can be tried again, after the time that the server asks for', async () => {
  const answered = async (status: number, headers: Record<string, string> = {}) => {
    server.answer((_request, response) => response.writeHead(status, headers).end('words of the server'));
    return fetcher()
      .request(`${server.origin}/a?token=1`)
      .then(requireOk)
      .catch((error) => error);
  };
  expect(await answered(200)).toMatchObject({ status: 200 });
  expect(await answered(429, { 'retry-after': '7' })).toMatchObject({
    code: 'HTTP_STATUS',
    status: 429,
    retryable: true,
    retryAfterMs: 7_000,
    message: `${server.origin}/a responded with HTTP status 429.`,
  });
  for (const status of [500, 502, 503, 504, 408]) expect(await answered(status)).toMatchObject({ retryable: true });
  for (const status of [400, 401, 403, 404, 410, 501, 304])
    expect(await answered(status)).toMatchObject({ retryable: false });
});

test('Retry-After is read as seconds and as a date, and bounded', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');
  expect(retryAfterMs('120', now)).toBe(120_000);
  expect(retryAfterMs('Sat, 21 Nov 2026 10:00:30 GMT', now)).toBe(30_000);
  expect(retryAfterMs('Sat, 21 Nov 2026 09:00:00 GMT', now)).toBe(0);
  expect(retryAfterMs('999999999', now)).toBe(3_600_000);
  for (const nothing of [undefined, '', 'soon', '-5']) expect(retryAfterMs(nothing, now)).toBeNull();
});

function read({ body }: { body: NodeJS.ReadableStream }): Promise<string> {
  return text(body);
}

/** A few kilobytes that become 20 MB. */
function bombs(): [string, Buffer][] {
  const zeros = Buffer.alloc(20_000_000);
  return [
    ['gzip', gzipSync(zeros, { level: 1 })],
    ['br', brotliCompressSync(zeros)],
  ];
}
