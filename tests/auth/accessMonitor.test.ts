import { stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { hashSecret } from '../../server/auth/secrets.ts';
import { addPerson } from '../helpers/persons.ts';
import { testServer } from '../helpers/server.ts';
import { until } from '../helpers/until.ts';

const server = testServer();
const WATCH = 'subscription { projectImports(projectId: "demo") { id } }';

/** Whether a stream goes on. It is open once it has told of the import that runs. */
interface Stream {
  readonly state: 'opening' | 'open' | 'ended';
  close(): void;
}

async function newKey(name: string): Promise<{ id: string; key: string }> {
  const key = `slk_${name}-and-some-more`;
  const data = { projectId: 'demo', name, role: 'EDITOR' as const, prefix: 'slk_', hash: hashSecret(key) };
  return { id: (await server.options.prisma.apiKey.create({ data })).id, key };
}

async function revoke(id: string): Promise<void> {
  const { data } = await server.graphql(`mutation { revokeApiKey(id: "${id}") { __typename } }`);
  expect(data.revokeApiKey.__typename).toBe('ApiKeySuccess');
}

function follow(told: AsyncIterable<unknown>, close: () => void): Stream {
  const stream = { state: 'opening' as Stream['state'], close };
  const run = async () => {
    for await (const _ of told) stream.state = 'open';
  };
  run().then(
    () => {
      stream.state = 'ended';
    },
    () => {
      stream.state = 'ended';
    },
  );
  return stream;
}

function sse(headers: Record<string, string>): Stream {
  const client = createSseClient({ url: `${server.origin}/graphql`, headers, retryAttempts: 0 });
  return follow(client.iterate({ query: WATCH }), () => client.dispose());
}

function ws(key: string): Stream {
  const client = createWsClient({
    url: `${server.origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
  });
  return follow(client.iterate({ query: WATCH }), () => void client.dispose());
}

/** An import that is never worked: something to be told of. */
const waiting = () =>
  server.graphql(
    'mutation { startImport(input: { projectId: "demo", importer: "people", mode: ASYNC, source: { rows: [{ name: "Ada" }] } }) { __typename } }',
  );

test('a key that is revoked watches nothing any more within seconds; others go on', async () => {
  await waiting();
  const lost = await newKey('lost');
  const kept = await newKey('kept');
  const streams = [sse({ authorization: `Bearer ${lost.key}` }), ws(lost.key)];
  const others = [sse({ authorization: `Bearer ${kept.key}` }), ws(kept.key)];
  await until(() => [...streams, ...others].every(({ state }) => state === 'open'), { what: 'the streams to open' });
  await revoke(lost.id);
  await until(() => streams.every(({ state }) => state === 'ended'), { what: 'the streams to end' });
  expect(others.map(({ state }) => state)).toEqual(['open', 'open']);
  for (const stream of others) stream.close();
  await until(() => server.options.hub.watchers() === 0, { what: 'the watchers to be forgotten' });
});

test('who is removed from a project watches it no more', async () => {
  await waiting();
  const { userId, cookie } = await addPerson(server, 'ann@example.com', { roles: { demo: 'VIEWER', other: 'VIEWER' } });
  await addPerson(server, 'root@example.com', { roles: { demo: 'ADMIN' } });
  const stream = sse({ cookie });
  await until(() => stream.state === 'open', { what: 'the stream to open' });
  const remove = `mutation { removeMember(input: { projectId: "demo", userId: "${userId}" }) { __typename } }`;
  expect((await server.graphql(remove)).data.removeMember.__typename).toBe('MemberSuccess');
  await until(() => stream.state === 'ended', { what: 'the stream to end' });
});

test('who signs out watches nothing any more', async () => {
  await waiting();
  const { cookie } = await addPerson(server, 'bob@example.com', { roles: { demo: 'VIEWER' } });
  const stream = sse({ cookie });
  await until(() => stream.state === 'open', { what: 'the stream to open' });
  const headers = { cookie, origin: server.origin, 'content-type': 'application/json' };
  await fetch(`${server.origin}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' });
  await until(() => stream.state === 'ended', { what: 'the stream to end' });
});

test('an upload is cut when its key is revoked, and another key can go on with it', async () => {
  const lost = await newKey('sender');
  const tus = { 'tus-resumable': '1.0.0', authorization: `Bearer ${lost.key}` };
  const metadata = `projectId ${btoa('demo')},filename ${btoa('a.csv')}`;
  const made = await fetch(`${server.origin}/uploads`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': '1000000', 'upload-metadata': metadata },
  });
  const location = new URL(made.headers.get('location') ?? '', server.origin);
  let cut = false;
  const sending = request(location, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });
  sending.on('error', () => {
    cut = true;
  });
  sending.on('response', (response) =>
    response.on('close', () => {
      cut = true;
    }),
  );
  sending.write('name\n'.repeat(1000));
  const file = join(server.uploadsFolder, location.pathname.split('/').at(-1) ?? '');
  const arrived = async () => (await stat(file).catch(() => null))?.size === 5000;
  await until(arrived, { what: 'the first bytes to arrive' });
  expect(cut).toBe(false);
  await revoke(lost.id);
  await until(() => cut, { what: 'the upload to be cut' });
  const headers = { 'tus-resumable': '1.0.0', authorization: `Bearer ${server.keyOf('editor')}` };
  const known = await fetch(location, { method: 'HEAD', headers });
  expect(known.headers.get('upload-offset')).toBe('5000');
});
