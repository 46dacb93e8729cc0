import { hashPassword } from 'better-auth/crypto';
import { beforeAll, expect, test } from 'vitest';
import { testServer } from '../helpers/server.ts';

const server = testServer();
const password = 'a password that is long';

beforeAll(async () => {
  const { prisma } = server.options;
  await prisma.user.create({ data: { id: 'u1', name: 'Administrator', email: 'admin@localhost' } });
  await prisma.account.create({
    data: { id: 'a1', accountId: 'u1', providerId: 'credential', userId: 'u1', password: await hashPassword(password) },
  });
  await prisma.member.create({ data: { projectId: 'demo', userId: 'u1', role: 'ADMIN' } });
});

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin, ...headers },
    body: JSON.stringify(body),
  });
}

async function signIn(): Promise<{ status: number; cookie: string }> {
  const response = await post('/api/auth/sign-in/email', { email: 'admin@localhost', password });
  const cookies = response.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
  return { status: response.status, cookie: cookies.join('; ') };
}

const VIEWER = { query: '{ viewer { email projects { role project { id } } } }' };

test('somebody who signs in is known by their cookie until they sign out', async () => {
  const { status, cookie } = await signIn();
  expect(status).toBe(200);
  const { data } = await (await post('/graphql', VIEWER, { cookie })).json();
  expect(data.viewer).toEqual({ email: 'admin@localhost', projects: [{ role: 'ADMIN', project: { id: 'demo' } }] });
  expect((await post('/api/auth/sign-out', {}, { cookie })).status).toBe(200);
  const { errors } = await (await post('/graphql', VIEWER, { cookie })).json();
  expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('the cookie cannot be read by scripts nor sent along by other sites', async () => {
  const response = await post('/api/auth/sign-in/email', { email: 'ADMIN@localhost', password });
  const cookie = response.headers.getSetCookie().find((each) => each.includes('session_token'));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await post('/api/auth/sign-in/email', { email: 'admin@localhost', password: 'wrong password' });
  const unknown = await post('/api/auth/sign-in/email', { email: 'nobody@localhost', password });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await wrong.json()).toEqual(await unknown.json());
});

test('nobody signs up', async () => {
  const response = await post('/api/auth/sign-up/email', { email: 'new@x.org', password, name: 'New' });
  expect(response.status).toBe(404);
  expect(await server.options.prisma.user.count()).toBe(1);
});

test('another site cannot act with the cookie, and an allowed one can', async () => {
  const { cookie } = await signIn();
  const foreign = await post('/graphql', VIEWER, { cookie, origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  const allowed = await post('/graphql', VIEWER, { cookie, origin: 'https://host.example' });
  expect((await allowed.json()).data.viewer.email).toBe('admin@localhost');
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://host.example');
  const key = { cookie, origin: 'https://evil.example', authorization: `Bearer ${server.keyOf('viewer')}` };
  expect((await (await post('/graphql', VIEWER, key)).json()).data.viewer.email).toBeNull();
});

test('a form sent with the cookie needs a header that a foreign page cannot set', async () => {
  const { cookie } = await signIn();
  const form = () => {
    const body = new FormData();
    body.set('operations', JSON.stringify(VIEWER));
    body.set('map', '{}');
    return body;
  };
  const send = (headers: Record<string, string>) =>
    fetch(`${server.origin}/graphql`, { method: 'POST', headers: { cookie, ...headers }, body: form() });
  const refused = await send({});
  expect(refused.status).toBe(403);
  expect((await refused.json()).errors[0].extensions.code).toBe('CROSS_SITE_REQUEST');
  const accepted = await send({ 'x-graphql-yoga-csrf': '1' });
  expect((await accepted.json()).data.viewer.email).toBe('admin@localhost');
});

test('a wrong key does not fall back to the cookie', async () => {
  const { cookie } = await signIn();
  const { errors } = await (await post('/graphql', VIEWER, { cookie, authorization: 'Bearer slk_wrong' })).json();
  expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('guessing is slowed down for who guesses, whatever address they claim, and not for others', async () => {
  const guess = async (headers: Record<string, string>) =>
    (await post('/api/auth/sign-in/email', { email: 'admin@localhost', password: 'guess' }, headers)).status;
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const statuses: number[] = [];
  while (statuses.length < 25 && !statuses.includes(429)) statuses.push(await guess(from('198.51.100.1')));
  expect(statuses).toContain(429);
  expect(await guess({ ...from('203.0.113.9, 198.51.100.1'), 'x-sluice-client-address': '203.0.113.9' })).toBe(429);
  expect(await guess(from('203.0.113.9'))).toBe(401);
});
