import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { csv } from '../helpers/engine.ts';
import { testServer } from '../helpers/server.ts';
import { until } from '../helpers/until.ts';

const server = testServer({ workers: true });
let lastPhone = 0;

interface Snapshot {
  readonly id: string;
  readonly status: string;
  readonly revision: number;
  readonly percent: number;
  readonly counts: { readonly total: number | null; readonly created: number; readonly pending: number };
}

const WATCH =
  'subscription ($id: ID!) { importProgress(id: $id) { id status revision percent counts { total created pending } } }';

/** An import of 3,000 new people in chunks of 100, worked as jobs. */
function started(): Promise<string> {
  const rows = Array.from({ length: 3000 }, () => {
    lastPhone += 1;
    return ['Ada', `+1202${String(lastPhone).padStart(7, '5000000')}`, ''];
  });
  return server.engine.start({ source: csv(...rows), mode: 'ASYNC' });
}

function checkStory(seen: readonly Snapshot[], id: string): void {
  expect(seen.at(-1)).toMatchObject({ id, status: 'COMPLETED', percent: 100, counts: { total: 3000, pending: 0 } });
  for (const [index, snapshot] of seen.entries()) {
    const before = seen[index - 1];
    if (!before) continue;
    expect(snapshot.revision).toBeGreaterThanOrEqual(before.revision);
    expect(snapshot.percent).toBeGreaterThanOrEqual(before.percent);
  }
}

function wsClient(connectionParams: Record<string, unknown>) {
  const url = `${server.origin.replace('http', 'ws')}/graphql`;
  return createWsClient({ url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0, lazyCloseTimeout: 0 });
}

const bearer = () => `Bearer ${server.keyOf('viewer')}`;

test('over SSE with POST: a snapshot, changes in order, and the end', async () => {
  const id = await started();
  const client = createSseClient({ url: `${server.origin}/graphql`, headers: { authorization: bearer() } });
  const seen: Snapshot[] = [];
  for await (const { data } of client.iterate<{ importProgress: Snapshot }>({ query: WATCH, variables: { id } })) {
    if (data) seen.push(data.importProgress);
  }
  client.dispose();
  checkStory(seen, id);
  await until(() => server.options.hub.watchers() === 0, { what: 'the watcher to be forgotten' });
});

test('over SSE with GET, as a browser asks', async () => {
  const id = await server.engine.start({ source: csv() });
  await server.engine.ended(id);
  const query = new URLSearchParams({ query: WATCH, variables: JSON.stringify({ id }) });
  const response = await fetch(`${server.origin}/graphql?${query}`, {
    headers: { accept: 'text/event-stream', authorization: bearer() },
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const text = await response.text();
  expect(text).toContain('event: next');
  expect(text).toContain(id);
  expect(text).toContain('event: complete');
});

test('over WebSocket: the same story', async () => {
  const id = await started();
  const client = wsClient({ authorization: bearer() });
  const seen: Snapshot[] = [];
  for await (const { data } of client.iterate<{ importProgress: Snapshot }>({ query: WATCH, variables: { id } })) {
    if (data) seen.push(data.importProgress);
  }
  await client.dispose();
  checkStory(seen, id);
});

test('a project is watched over WebSocket, and leaving leaves no listener behind', async () => {
  const client = wsClient({ authorization: bearer() });
  try {
    const watching = client.iterate<{ projectImports: Snapshot }>({
      query: 'subscription { projectImports(projectId: "demo") { id status } }',
    });
    const first = watching.next();
    await until(() => server.options.hub.watchers() === 1, { what: 'the watcher' });
    const id = await started();
    // The last change of an earlier test's import may still come first.
    let event = await first;
    while (event.value?.data?.projectImports.id !== id) event = await watching.next();
    await watching.return?.();
    await until(() => server.options.hub.watchers() === 0, { what: 'the watcher to be forgotten' });
    await server.engine.ended(id);
  } finally {
    await client.dispose();
  }
});

test('an SSE client that is cut off leaves no listener behind', async () => {
  const abort = new AbortController();
  const query = new URLSearchParams({ query: 'subscription { projectImports(projectId: "demo") { id } }' });
  const response = await fetch(`${server.origin}/graphql?${query}`, {
    headers: { accept: 'text/event-stream', authorization: bearer() },
    signal: abort.signal,
  });
  await until(() => server.options.hub.watchers() === 1, { what: 'the watcher' });
  abort.abort();
  await response.body?.cancel().catch(() => undefined);
  await until(() => server.options.hub.watchers() === 0, { what: 'the watcher to be forgotten' });
});

test('a WebSocket without a good key is closed with 4403, and one of a foreign page is not opened', async () => {
  const closed = async (params: Record<string, unknown>) => {
    const client = wsClient(params);
    const watching = client.iterate({ query: '{ viewer { email } }' });
    return watching.next().then(
      () => null,
      (event: { code?: number }) => event.code,
    );
  };
  expect(await closed({})).toBe(4403);
  expect(await closed({ authorization: 'Bearer slk_wrong' })).toBe(4403);
  const foreign = new WebSocket(`${server.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    origin: 'https://evil.example',
  });
  const refusal = await new Promise<string>((resolve) => foreign.on('error', (error) => resolve(error.message)));
  expect(refusal).toContain('403');
});

test('somebody of another project is told that there is no such import, over both transports', async () => {
  const id = await server.engine.start({ source: csv() });
  const authorization = `Bearer ${server.keyOf('outsider')}`;
  const client = wsClient({ authorization });
  const { value } = await client.iterate({ query: WATCH, variables: { id } }).next();
  expect(value?.errors?.[0]).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  await client.dispose();
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: WATCH, variables: { id } }),
  });
  expect(await response.text()).toContain('NOT_FOUND');
});

test('stopping the server ends streams and sockets', async () => {
  const query = new URLSearchParams({ query: 'subscription { projectImports(projectId: "demo") { id } }' });
  const stream = await fetch(`${server.origin}/graphql?${query}`, {
    headers: { accept: 'text/event-stream', authorization: bearer() },
  });
  const client = wsClient({ authorization: bearer() });
  const watching = client.iterate({ query: 'subscription { projectImports(projectId: "demo") { id } }' });
  const end = watching.next().catch(() => null);
  await until(() => server.options.hub.watchers() === 2, { what: 'both watchers' });
  await server.stopServer();
  await stream.text();
  await end;
  expect(server.options.hub.watchers()).toBe(0);
});
