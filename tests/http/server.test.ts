import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBody } from '../../server/http/readBody.ts';
import { testServer } from '../helpers/server.ts';
import { until } from '../helpers/until.ts';

const server = testServer();
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.origin}${path}`, { headers });

test('while the console is not built, its page says so and the API works', async () => {
  const page = await get('/', { accept: 'text/html' });
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('being built');
  expect((await get('/health/live')).status).toBe(200);
  expect(await (await get('/health/ready')).json()).toEqual({ status: 'ok' });
});

test('an unused connection stays open for longer than a proxy before it keeps one', async () => {
  const kept = (await get('/health/live')).headers.get('keep-alive');
  expect(Number(/^timeout=(\d+)$/.exec(kept ?? '')?.[1])).toBeGreaterThan(60);
});

test('a body over the limit is refused with 413 and words, whether it says its size or not', async () => {
  const body = new Uint8Array(12 * 1024 * 1024).fill(32);
  const chunked = new ReadableStream({
    pull(controller) {
      controller.enqueue(body);
      controller.close();
    },
  });
  for (const each of [body, chunked]) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${server.keyOf('admin')}` };
    const init = { method: 'POST', headers, body: each, duplex: 'half' };
    const response = await fetch(`${server.origin}/graphql`, init);
    expect(response.status).toBe(413);
    const { errors } = await response.json();
    expect(errors[0].extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 11 * 1024 * 1024 });
    expect(errors[0].message).toContain('/uploads');
  }
});

test('a connection serves on after a request that was too large', async () => {
  const { hostname, port } = new URL(server.origin);
  const socket = connect(Number(port), hostname);
  let answers = '';
  socket.on('data', (part) => {
    answers += part;
  });
  socket.write(
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
      `Authorization: Bearer ${server.keyOf('viewer')}\r\nTransfer-Encoding: chunked\r\n\r\n`,
  );
  const size = 13 * 1024 * 1024;
  socket.write(`${size.toString(16)}\r\n${' '.repeat(size)}\r\n0\r\n\r\n`);
  await until(() => answers.includes('HTTP/1.1 413'), { what: 'the refusal' });
  socket.write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
  await until(() => answers.includes('HTTP/1.1 200'), { what: 'the next answer' });
  socket.destroy();
});

test('who is nobody sends little: a form of theirs is not read to its end', async () => {
  const post = (path: string, bytes: number, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      // Chunked, and so of a size that nobody knows before.
      body: new Blob([`{"query":"{ viewer { email } }"}${' '.repeat(bytes)}`]).stream(),
      duplex: 'half',
    } as RequestInit);
  const refused = await post('/graphql', 100_000, { authorization: 'Bearer slk_wrong' });
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  const known = await post('/graphql', 100_000, { authorization: `Bearer ${server.keyOf('viewer')}` });
  expect(await known.json()).toMatchObject({ data: { viewer: {} } });
  expect((await post('/api/auth/sign-in/email', 20_000)).status).toBe(413);
});

test('a body that stops coming is given up, and so is one that comes in drops', async () => {
  const http = createServer(async (request, response) => {
    const limits = { maxBytes: 100, idleMs: 200, wholeMs: 600 };
    response.end(JSON.stringify(await readBody(request, limits).catch(() => null)));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  for (const everyMs of [10_000, 50]) {
    const socket = connect(port ?? 0, '127.0.0.1');
    let answer = '';
    socket
      .on('error', () => undefined)
      .on('data', (part) => {
        answer += part;
      });
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n');
    const drops = setInterval(() => socket.write('x'), everyMs);
    await until(() => answer.includes('"TOO_SLOW"'), { what: 'the refusal' });
    clearInterval(drops);
    socket.destroy();
  }
  await new Promise((resolve) => http.close(resolve));
});

test.each([
  [
    'an upgrade to what is no URL',
    'GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    404,
  ],
  ['a host that is none', 'POST /graphql HTTP/1.1\r\nHost: [\r\nContent-Length: 2\r\n\r\n{}', 400],
] as const)('%s is refused, tells nothing, and takes nobody else down', async (_what, request, status) => {
  const { hostname, port } = new URL(server.origin);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (part) => {
    answer += part;
  });
  socket.write(request);
  await until(() => answer.includes('\r\n\r\n'), { what: 'the refusal' });
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).not.toContain('node_modules');
  socket.resetAndDestroy();
  expect((await get('/health/live')).status).toBe(200);
});

test('a client that leaves in the middle of a SYNC import stops nothing', async () => {
  const rows = Array.from({ length: 150 }, (_, index) => ({
    name: 'Ada',
    phone: `+1202556${String(index).padStart(4, '0')}`,
  }));
  const query = `mutation ($rows: [JSON!]) { startImport(input: { projectId: "demo", importer: "people", chunkSize: 1, source: { rows: $rows } }) { __typename } }`;
  const body = JSON.stringify({ query, variables: { rows } });
  const { hostname, port } = new URL(server.origin);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${server.keyOf('admin')}\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  );
  const created = async () => {
    const { rows: imports } = await server.engine.pool.query('SELECT status, created FROM import');
    return imports[0];
  };
  await until(async () => (await created())?.created > 0, { what: 'the import to begin' });
  socket.destroy();
  await until(async () => (await created())?.status === 'COMPLETED', { what: 'the import to complete' });
  expect((await created()).created).toBe(150);
});

test('the console is served: its routes get its page, and nothing outside its folder is given away', async () => {
  await mkdir(join(server.consoleFolder, 'assets'), { recursive: true });
  await writeFile(join(server.consoleFolder, 'index.html'), '<title>console</title>');
  await writeFile(join(server.consoleFolder, 'assets', 'main-abc.js'), 'export {};');
  await writeFile(join(server.consoleFolder, '..', 'secret.txt'), 'secret');
  const page = await get('/imports/1/show', { accept: 'text/html' });
  expect(await page.text()).toBe('<title>console</title>');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const asset = await get('/assets/main-abc.js');
  expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect(await asset.text()).toBe('export {};');
  expect((await get('/assets/gone.js')).status).toBe(404);
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt']) {
    expect(await raw(path), path).not.toContain('secret\n');
    expect(await raw(path), path).toMatch(/^HTTP\/1.1 404/);
  }
});

/** fetch would tidy the path up before sending it. */
function raw(path: string): Promise<string> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (part) => {
      answer += part;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}
