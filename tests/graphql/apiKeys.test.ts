import { expect, test } from 'vitest';
import { hashSecret } from '../../server/auth/secrets.ts';
import type { Somebody } from '../helpers/api.ts';
import { ask } from '../helpers/persons.ts';
import { testServer } from '../helpers/server.ts';

const server = testServer();
const CREATE = `mutation ($input: CreateApiKeyInput!) { done: createApiKey(input: $input) { __typename
  ... on Error { code message } ... on InvalidInputError { issues { path } }
  ... on CreateApiKeySuccess { key data { id name role prefix createdBy expiresAt lastUsedAt revokedAt } } } }`;
const REVOKE = `mutation ($id: ID!) { done: revokeApiKey(id: $id) { __typename ... on Error { code message }
  ... on ApiKeySuccess { data { id revokedAt } } } }`;
const LIST = `{ project(id: "demo") { apiKeys { edges { node { id name prefix lastUsedAt revokedAt } } } } }`;
const VIEWER = '{ viewer { projects { role project { id } } } }';

async function create(input: Record<string, unknown>, who: Somebody = 'admin') {
  return (await server.graphql(CREATE, { input: { projectId: 'demo', role: 'VIEWER', ...input } }, who)).data.done;
}

const asKey = (key: string, query: string, variables = {}) =>
  ask(server, { authorization: `Bearer ${key}` }, query, variables);

async function listed(id: string) {
  const { data } = await server.graphql(LIST);
  return data.project.apiKeys.edges
    .map(({ node }: { node: { id: string } }) => node)
    .find((key: { id: string }) => key.id === id);
}

test('a key is shown once, is kept as its hash, and opens its project with its role', async () => {
  const { key, data } = await create({ name: 'nightly', role: 'EDITOR' });
  expect(key).toMatch(/^slk_[\w-]{43}$/);
  expect(data).toMatchObject({ name: 'nightly', role: 'EDITOR', createdBy: 'key:admin', prefix: key.slice(0, 8) });
  const { rows } = await server.engine.pool.query('SELECT api_key::text AS line, hash FROM api_key WHERE id = $1', [
    data.id,
  ]);
  expect(rows[0].line).not.toContain(key);
  expect(new Uint8Array(rows[0].hash)).toEqual(hashSecret(key));
  expect(await listed(data.id)).toMatchObject({ lastUsedAt: null });
  expect((await asKey(key, VIEWER)).data.viewer.projects).toEqual([{ role: 'EDITOR', project: { id: 'demo' } }]);
  const { lastUsedAt } = await listed(data.id);
  expect(Date.now() - Date.parse(lastUsedAt)).toBeLessThan(60_000);
});

test('only an ADMIN makes and revokes keys, in their own project', async () => {
  const { data } = await create({ name: 'mine' });
  for (const who of ['viewer', 'editor'] as const) {
    expect((await create({ name: 'x' }, who)).code).toBe('FORBIDDEN');
    expect((await server.graphql(REVOKE, { id: data.id }, who)).data.done.code).toBe('FORBIDDEN');
  }
  expect((await create({ name: 'x' }, 'outsider')).code).toBe('NOT_FOUND');
  const foreign = (await server.graphql(REVOKE, { id: data.id }, 'outsider')).data.done;
  const missing = '00000000-0000-7000-8000-000000000000';
  const nothing = (await server.graphql(REVOKE, { id: missing }, 'outsider')).data.done;
  expect(foreign.code).toBe('NOT_FOUND');
  expect(foreign.message.replace(data.id, missing)).toBe(nothing.message);
});

test('a revoked key opens nothing any more, and can be told by its entry', async () => {
  const { key, data } = await create({ name: 'leaked' });
  expect((await server.graphql(REVOKE, { id: data.id })).data.done.data.revokedAt).not.toBeNull();
  expect((await asKey(key, VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const { revokedAt } = await listed(data.id);
  expect((await server.graphql(REVOKE, { id: data.id })).data.done.data).toEqual({ id: data.id, revokedAt });
  expect((await create({ name: 'leaked' })).__typename).toBe('CreateApiKeySuccess');
});

test('a key that expires opens nothing from then on, and makes none that outlives it', async () => {
  const soon = new Date(Date.now() + 3_600_000);
  const later = new Date(Date.now() + 7_200_000);
  const { key, data } = await create({ name: 'short', role: 'ADMIN', expiresAt: soon });
  const makes = async (expiresAt: Date | null) =>
    (
      await asKey(key, CREATE, {
        input: { projectId: 'demo', name: `by short ${expiresAt?.getTime()}`, role: 'ADMIN', expiresAt },
      })
    ).data.done;
  for (const longer of [later, null]) {
    expect(await makes(longer)).toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: ['expiresAt'] }] });
  }
  expect((await makes(soon)).__typename).toBe('CreateApiKeySuccess');
  await server.options.prisma.apiKey.update({ where: { id: data.id }, data: { expiresAt: new Date() } });
  expect((await asKey(key, VIEWER)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('a name that is taken, a past expiry and a name of several lines are refused', async () => {
  await create({ name: 'taken' });
  expect((await create({ name: ' taken ' })).code).toBe('KEY_NAME_TAKEN');
  expect((await create({ name: 'late', expiresAt: new Date(Date.now() - 1000) })).code).toBe('INVALID_INPUT');
  expect((await create({ name: 'two\nlines' })).code).toBe('INVALID_INPUT');
});
