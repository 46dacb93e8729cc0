import { createClient } from 'graphql-ws';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { KEY_ID, testIdentityProvider } from '../helpers/identityProvider.ts';
import { testServer } from '../helpers/server.ts';

const provider = testIdentityProvider();
const server = testServer({ identityProvider: provider.options });
const ROLES = 'https://sluice.example/roles';
const now = () => Math.floor(Date.now() / 1000);

const VIEWER = '{ viewer { email projects { role project { id } } } }';

async function ask(token: string, query = VIEWER) {
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

async function projectsOf(claim: unknown) {
  const { data } = await ask(await provider.sign({ [ROLES]: claim }));
  return data.viewer.projects.map(({ role, project }: { role: string; project: { id: string } }) => [project.id, role]);
}

test('a token of the configured provider lets in, with the roles that its claim says', async () => {
  const token = await provider.sign({ email: 'ann@example.com', [ROLES]: { demo: 'EDITOR', gone: 'ADMIN' } });
  const { data } = await ask(token);
  expect(data.viewer).toEqual({
    email: 'ann@example.com',
    projects: [{ role: 'EDITOR', project: { id: 'demo' } }],
  });
});

test('roles may be an object or a list; what is no role of ours gives none', async () => {
  expect(await projectsOf(['demo:VIEWER', 'other:ADMIN', 'demo:EDITOR', 'other:VIEWER', 'crm.admin', 7])).toEqual([
    ['demo', 'EDITOR'],
    ['other', 'ADMIN'],
  ]);
  expect(await projectsOf({ demo: 'OWNER', other: 'editor' })).toEqual([]);
  for (const nothing of [undefined, null, 'demo:ADMIN', 5, [], {}]) expect(await projectsOf(nothing)).toEqual([]);
});

test('what a token does is in the history under its name', async () => {
  const start = `mutation { startImport(input: { projectId: "demo", importer: "people", source: { rows: [{ name: "Ada" }] } }) {
    ... on StartImportSuccess { data { createdBy } } } }`;
  const token = await provider.sign({ sub: 'robot-7', [ROLES]: ['demo:EDITOR'] });
  expect((await ask(token, start)).data.startImport.data.createdBy).toBe('token:robot-7');
});

const admin = { [ROLES]: { demo: 'ADMIN' } };
const forgeries: Readonly<Record<string, () => Promise<string>>> = {
  'of another key': async () => provider.sign(admin, (await generateKeyPair('ES256')).privateKey),
  'that has expired': () => provider.sign({ ...admin, exp: now() - 60 }),
  'that never expires': () => provider.sign({ ...admin, exp: undefined }),
  'that is not valid yet': () => provider.sign({ ...admin, nbf: now() + 60 }),
  'of another issuer': () => provider.sign({ ...admin, iss: 'https://id.example.evil' }),
  'for another audience': () => provider.sign({ ...admin, aud: 'crm' }),
  'without audience': () => provider.sign({ ...admin, aud: undefined }),
  'of nobody': () => provider.sign({ ...admin, sub: undefined }),
  'that is not signed': async () =>
    new UnsecuredJWT(admin).setIssuer('https://id.example').setAudience('sluice').setExpirationTime('1h').encode(),
  'signed by the public key as if it were a secret': async () =>
    new SignJWT({ ...admin, sub: 'u-1' })
      .setProtectedHeader({ alg: 'HS256', kid: KEY_ID })
      .setIssuer('https://id.example')
      .setAudience('sluice')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(await exportSPKI(provider.publicKey))),
  'whose content was changed': async () => {
    const [header, , signature] = (await provider.sign({ [ROLES]: {} })).split('.');
    const [, content] = (await provider.sign(admin)).split('.');
    return [header, content, signature].join('.');
  },
  'of a key that the provider does not have': async () =>
    new SignJWT({ ...admin, sub: 'u-1' })
      .setProtectedHeader({ alg: 'ES256', kid: 'second' })
      .setIssuer('https://id.example')
      .setAudience('sluice')
      .setExpirationTime('1h')
      .sign(provider.privateKey),
};

test.each(Object.entries(forgeries))('a token %s is a stranger’s', async (_what, forge) => {
  const { data, errors } = await ask(await forge());
  expect(data ?? null).toBeNull();
  expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('uploads and WebSockets know tokens too', async () => {
  const post = async (token: string) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'tus-resumable': '1.0.0',
      'upload-length': '3',
      'upload-metadata': `projectId ${btoa('demo')}`,
    };
    return (await fetch(`${server.origin}/uploads`, { method: 'POST', headers })).status;
  };
  const good = await provider.sign({ [ROLES]: { demo: 'EDITOR' } });
  const expired = await provider.sign({ [ROLES]: { demo: 'EDITOR' }, exp: now() - 60 });
  expect(await post(good)).toBe(201);
  expect(await post(expired)).toBe(401);
  expect(await post(await provider.sign({ [ROLES]: { demo: 'VIEWER' } }))).toBe(403);
  expect(await closeCodeOf(expired)).toBe(4403);
  expect(await closeCodeOf(good)).toBe(1000);
});

/** With which code the connection ends after one query. */
function closeCodeOf(token: string): Promise<number> {
  return new Promise((resolve) => {
    const client = createClient({
      url: `${server.origin.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
      on: { closed: (event) => resolve((event as { code: number }).code) },
    });
    client.subscribe({ query: VIEWER }, { next: () => undefined, error: () => undefined, complete: () => undefined });
  });
}

test('an API key still works beside tokens', async () => {
  expect((await ask(server.keyOf('editor'))).data.viewer.projects[0].role).toBe('EDITOR');
});
