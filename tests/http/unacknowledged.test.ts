import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createClientAddress } from '../../server/http/clientAddress.ts';
import { MAX_ANONYMOUS_BYTES, MAX_SUBSCRIPTION_CHARS, UNACKNOWLEDGED } from '../../server/http/limits.ts';
import { attachWebSockets } from '../../server/http/webSockets.ts';
import { testServer } from '../helpers/server.ts';
import { until } from '../helpers/until.ts';

const server = testServer();
const WATCH = 'subscription { projectImports(projectId: "demo") { id } }';
const WATCH_ONE = 'subscription ($id: ID!) { importProgress(id: $id) { id } }';
let strict: { readonly url: string; close(): Promise<void> };

beforeAll(async () => {
  const http = createServer();
  const { authenticate, isAllowedOrigin } = server.options;
  const sockets = attachWebSockets({
    ...{ server: http, graphql: server.handler, authenticate, isAllowedOrigin },
    clientAddress: createClientAddress(['loopback']),
    unacknowledged: { ...UNACKNOWLEDGED, withinMs: 50 },
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  strict = {
    url: `ws://127.0.0.1:${port}/graphql`,
    async close() {
      await sockets.close();
      http.close();
    },
  };
});
afterAll(() => strict.close());

const lax = () => `${server.origin.replace('http', 'ws')}/graphql`;
const open = (url: string, address = '192.0.2.1') =>
  new WebSocket(url, 'graphql-transport-ws', { headers: { 'x-forwarded-for': address } });
const codeOf = async (socket: WebSocket): Promise<number> => (await once(socket, 'close'))[0];

const clientOf = (url: string) =>
  createClient({
    ...{ url, webSocketImpl: WebSocket, lazy: true, retryAttempts: 0 },
    connectionParams: { authorization: `Bearer ${server.keyOf('viewer')}` },
  });

test('a stranger sends no more than a request of a stranger may have', async () => {
  const socket = open(lax());
  await once(socket, 'open');
  const code = codeOf(socket);
  socket.send('x'.repeat(MAX_ANONYMOUS_BYTES + 1));
  expect(await code).toBe(1009);
});

test('somebody who is known sends as much as by any request', async () => {
  const client = clientOf(lax());
  const variables = { much: 'x'.repeat(2 * MAX_ANONYMOUS_BYTES) };
  const { value } = await client.iterate({ query: '{ viewer { email } }', variables }).next();
  expect(value).toMatchObject({ data: { viewer: {} } });
  await client.dispose();
});

test('a stranger that does not say who it is has to go, whether it closes or not', async () => {
  const socket = open(strict.url);
  expect(await codeOf(socket)).toBe(4408);
  const { port } = new URL(strict.url);
  const silent = connect({ port: Number(port), host: '127.0.0.1' });
  silent.write(
    [
      'GET /graphql HTTP/1.1',
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
    ]
      .concat('Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', 'Sec-WebSocket-Protocol: graphql-transport-ws', '', '')
      .join('\r\n'),
  );
  silent.resume();
  await once(silent, 'close');
});

test('strangers of one address have so many connections, and those of others theirs', async () => {
  const strangers = Array.from({ length: UNACKNOWLEDGED.perAddress }, () => open(lax()));
  await Promise.all(strangers.map((socket) => once(socket, 'open')));
  expect(await codeOf(open(lax()))).toBe(1013);
  const other = open(lax(), '192.0.2.2');
  await once(other, 'open');
  for (const socket of [...strangers, other]) socket.terminate();
  await until(
    async () => {
      const socket = open(lax());
      const refused = codeOf(socket).then(() => true);
      await once(socket, 'open');
      socket.send('{"type":"ping"}');
      const answered = once(socket, 'message').then(() => false);
      const isRefused = await Promise.race([refused, answered]);
      socket.terminate();
      return !isRefused;
    },
    { what: 'a place for the address' },
  );
});

test('connections of those who are known do not count among them', async () => {
  const clients = Array.from({ length: UNACKNOWLEDGED.perAddress + 1 }, () => clientOf(lax()));
  const { hub } = server.options;
  for (const client of clients) {
    const before = hub.watchers();
    void client.iterate({ query: WATCH }).next();
    await until(() => hub.watchers() > before, { what: 'one to watch' });
  }
  await Promise.all(clients.map((client) => client.dispose()));
  await until(() => hub.watchers() === 0, { what: 'all to be forgotten' });
});

test('a long message asks for no subscription, over whatever transport', async () => {
  const variables = { unused: 'x'.repeat(MAX_SUBSCRIPTION_CHARS) };
  const client = clientOf(lax());
  const refusal = await client
    .iterate({ query: WATCH, variables })
    .next()
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: MAX_SUBSCRIPTION_CHARS } }]);
  await client.dispose();
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', accept: 'text/event-stream' },
      authorization: `Bearer ${server.keyOf('viewer')}`,
    },
    body: JSON.stringify({ query: WATCH, extensions: variables }),
  });
  expect(await response.text()).toContain('"code":"LIMIT_EXCEEDED"');
  expect(server.options.hub.watchers()).toBe(0);
});

test('of a subscription only the variables are kept that its document declares', async () => {
  const params = { query: WATCH_ONE, variables: { id: 'none', unused: 'x' } };
  const { contextFactory, subscribe, parse, schema } = server.handler.getEnveloped({
    ...{ socketHeaders: new Headers({ authorization: `Bearer ${server.keyOf('viewer')}` }), params },
  });
  const contextValue = await contextFactory();
  await subscribe({ schema, document: parse(WATCH_ONE), variableValues: params.variables, contextValue });
  expect(params.variables).toEqual({ id: 'none' });
});
