import { createServer } from 'node:http';
import { createClient } from 'graphql-ws';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { createClientAddress } from '../../server/http/clientAddress.ts';
import { createGraphqlHandler } from '../../server/http/graphqlHandler.ts';
import { MAX_OPERATIONS } from '../../server/http/limits.ts';
import { attachWebSockets } from '../../server/http/webSockets.ts';
import { testServer } from '../helpers/server.ts';
import { until } from '../helpers/until.ts';

const server = testServer();
const WATCH = 'subscription { projectImports(projectId: "demo") { id } }';
const VIEWER = { query: '{ viewer { email } }' };
const perViewer = { sockets: 2, streams: 2 };

const clientOf = (origin: string, who: 'viewer' | 'editor') =>
  createClient({
    url: `${origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${server.keyOf(who)}` },
    lazy: true,
    retryAttempts: 0,
  });

test('one connection runs so many operations at once, and more as soon as some have ended', async () => {
  const client = clientOf(server.origin, 'viewer');
  const watching = Array.from({ length: MAX_OPERATIONS }, () => client.iterate({ query: WATCH }));
  for (const each of watching) void each.next();
  const { hub } = server.options;
  await until(() => hub.watchers() === MAX_OPERATIONS, { what: 'all to watch' });
  const refusal = await client
    .iterate(VIEWER)
    .next()
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: MAX_OPERATIONS } }]);
  await watching[0]?.return?.();
  await until(() => hub.watchers() < MAX_OPERATIONS, { what: 'one to leave' });
  expect((await client.iterate(VIEWER).next()).value).toMatchObject({ data: { viewer: {} } });
  await client.dispose();
  await until(() => hub.watchers() === 0, { what: 'all to be forgotten' });
});

test('one viewer has so many connections at once, and keeps nobody else out', async () => {
  const http = createServer();
  const { authenticate, isAllowedOrigin } = server.options;
  const clientAddress = createClientAddress([]);
  const sockets = attachWebSockets({
    ...{ server: http, graphql: server.handler, authenticate, isAllowedOrigin, clientAddress, perViewer },
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await sockets.close();
    http.close();
  });
  const address = http.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const open = async (who: 'viewer' | 'editor') => {
    const client = clientOf(origin, who);
    const watching = client.iterate({ query: WATCH });
    void watching.next().catch(() => undefined);
    return client;
  };
  const { hub } = server.options;
  const first = await open('viewer');
  const second = await open('viewer');
  await until(() => hub.watchers() === 2, { what: 'two to watch' });
  const ask = (who: 'viewer' | 'editor') =>
    clientOf(origin, who)
      .iterate(VIEWER)
      .next()
      .catch((error: unknown) => error);
  expect(await ask('viewer')).toMatchObject({ code: 4429 });
  expect(await ask('editor')).toMatchObject({ value: { data: { viewer: {} } } });
  await first.dispose();
  await until(async () => 'value' in Object(await ask('viewer')), { what: 'a place for the viewer' });
  await second.dispose();
  await until(() => hub.watchers() === 0, { what: 'all to be forgotten' });
});

test('one viewer watches so much at once, and more once a stream ends by itself or its client leaves', async () => {
  const handler = createGraphqlHandler({ ...server.options, perViewer });
  const watch = (query: string, who: 'viewer' | 'editor') =>
    handler.fetch('http://api/graphql', {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', accept: 'text/event-stream' },
        authorization: `Bearer ${server.keyOf(who)}`,
      },
      body: JSON.stringify({ query }),
    });
  const { hub } = server.options;
  // Neither what is refused nor what has ended is counted.
  for (let count = 0; count < 3; count += 1) {
    expect(await (await watch('subscription { importProgress(id: "x") { id } }', 'viewer')).text()).toContain(
      'NOT_FOUND',
    );
  }
  const start = async (who: 'viewer' | 'editor') => {
    const reader = (await watch(WATCH, who)).body?.getReader();
    void reader?.read();
    return reader;
  };
  const open = [await start('viewer'), await start('viewer')];
  await until(() => hub.watchers() === 2, { what: 'two to watch' });
  expect(await (await watch(WATCH, 'viewer')).text()).toContain('"code":"LIMIT_EXCEEDED"');
  const other = await start('editor');
  await until(() => hub.watchers() === 3, { what: 'somebody else to watch' });
  await open[0]?.cancel();
  await until(() => hub.watchers() === 2, { what: 'one to leave' });
  const again = await start('viewer');
  await until(() => hub.watchers() === 3, { what: 'the next to watch' });
  for (const each of [open[1], other, again]) await each?.cancel();
  await until(() => hub.watchers() === 0, { what: 'all to be forgotten' });
});
