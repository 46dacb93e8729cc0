import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Somebody } from '../helpers/api.ts';
import { testServer } from '../helpers/server.ts';
import { withoutIds } from './asking.ts';
import { ROUTE_CASES, type RouteRequest } from './routeCases.ts';
import { addThings, missingThings, type Things } from './things.ts';

const SECRET = 'secret-of-demo';
const server = testServer();
const missing = missingThings();
let demo: Things;

beforeAll(async () => {
  await mkdir(server.consoleFolder, { recursive: true });
  await writeFile(join(server.consoleFolder, 'index.html'), '<title>console</title>');
  demo = await addThings(server, 'demo', server.keyOf('admin'), SECRET);
});

interface Answered {
  readonly status: number;
  readonly text: string;
}

async function send(request: RouteRequest, things: Things, who: Somebody | null): Promise<Answered> {
  const authorization = who ? { authorization: `Bearer ${server.keyOf(who)}` } : {};
  const response = await fetch(server.origin + request.path(things), {
    method: request.method,
    headers: { ...request.headers?.(things), ...authorization },
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  return { status: response.status, text: await response.text() };
}

const all = Object.entries(ROUTE_CASES).flatMap(([route, requests]) =>
  requests.map((request) => ({ route, request, name: `${request.method} ${request.path(missing)}` })),
);
const needing = (...needs: RouteRequest['needs'][]) => all.filter(({ request }) => needs.includes(request.needs));

test('the table has a case for every path that the server answers, and no other: see routeCases.ts', () => {
  expect(Object.keys(ROUTE_CASES).sort()).toEqual(server.routes.map(({ path }) => path).sort());
});

describe('a stranger', () => {
  test.each(needing('SOMEBODY', 'VIEWER', 'EDITOR'))('gets nothing of $name', async ({ request }) => {
    const { status, text } = await send(request, demo, null);
    expect(status).toBe(401);
    expect(text).not.toContain(SECRET);
  });
});

describe('a VIEWER', () => {
  test.each(needing('EDITOR'))('is refused $name', async ({ request }) => {
    expect((await send(request, demo, 'viewer')).status).toBe(403);
  });
});

describe('a member of another project', () => {
  test.each(needing('VIEWER', 'EDITOR'))('cannot tell $name from what does not exist', async ({ request }) => {
    const foreign = await send(request, demo, 'outsider');
    const nothing = await send(request, missing, 'outsider');
    expect(foreign.status).toBe(404);
    expect(nothing.status).toBe(404);
    expect(withoutIds(foreign.text, demo, missing)).toBe(withoutIds(nothing.text, demo, missing));
    expect(foreign.text).not.toContain(SECRET);
  });
});

// Last, and in the order of the table: some take away what the others are about.
describe('whoever may', () => {
  const least = { ANYBODY: null, SOMEBODY: 'outsider', VIEWER: 'viewer', EDITOR: 'editor' } as const;
  test.each(needing('ANYBODY', 'SOMEBODY', 'VIEWER', 'EDITOR'))('gets through to $name', async ({ request }) => {
    if (request.needs === 'NOBODY') return;
    expect((await send(request, demo, least[request.needs])).status).toBeLessThan(300);
  });

  test.each(needing('NOBODY'))('is nobody for $name', async ({ request }) => {
    expect((await send(request, demo, 'admin')).status).toBeGreaterThanOrEqual(400);
  });
});
