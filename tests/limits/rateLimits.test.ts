import pg from 'pg';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { connectionConfig } from '../../server/database/connections.ts';
import { freePort } from '../../server/database/freePort.ts';
import { createRateLimits } from '../../server/limits/rateLimits.ts';
import { testDatabase } from '../helpers/database.ts';
import { testServer } from '../helpers/server.ts';

const log = pino({ level: 'silent' });
const RULES = { start: 3, inspect: 3, upload: 3, signInFrom: 3, signInTo: 3 };

describe('a rate limit', () => {
  const database = testDatabase();

  it('counts over all processes, each viewer alone, and says when it is free again', async () => {
    const pools = [1, 2].map(() => new pg.Pool(connectionConfig(database.config, { name: 'test-limits' })));
    const [one, other] = pools.map((pool) => createRateLimits(pool, RULES, log));
    await one?.take('start', 'key:a');
    await other?.take('start', 'key:a');
    await one?.take('start', 'key:a');
    for (const process of [other, one, one]) {
      const refusal = await process?.take('start', 'key:a').catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: 'RATE_LIMITED', limit: 3 });
      expect(refusal).toHaveProperty('retryAfterSeconds', expect.closeTo(60, -1));
    }
    await other?.take('start', 'key:b');
    await other?.take('upload', 'key:a');
    await Promise.all(pools.map((pool) => pool.end()));
  });

  it('refuses nobody for a database that is away, and goes on counting in the process', async () => {
    const pool = new pg.Pool({ connectionString: `postgres://nobody@127.0.0.1:${await freePort()}/nowhere` });
    const limits = createRateLimits(pool, RULES, log);
    for (let taken = 0; taken < 3; taken += 1) await limits.take('start', 'key:a');
    await expect(limits.take('start', 'key:a')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await pool.end();
  });
});

describe('the doors', () => {
  const server = testServer({ perMinute: { starts: 2, inspections: 2, uploads: 2, signIns: 2 } });

  it('answer a start beyond the limit with LimitExceededError, and start nothing', async () => {
    const start = (who: 'editor' | 'admin') =>
      server.graphql(
        `mutation { startImport(input: { projectId: "demo", importer: "people", source: { rows: [{ name: "Ada", email: "a@example.org" }] } }) {
          __typename ... on StartImportSuccess { data { id } } ... on LimitExceededError { code message limit retryAfterSeconds } } }`,
        {},
        who,
      );
    const [first] = [await start('editor'), await start('editor')];
    expect((await start('editor')).data.startImport).toEqual({
      __typename: 'LimitExceededError',
      code: 'RATE_LIMITED',
      message: expect.stringContaining('Try again in'),
      limit: 2,
      retryAfterSeconds: expect.any(Number),
    });
    const { rows } = await server.engine.pool.query('SELECT count(*)::int AS imports FROM import');
    expect(rows).toEqual([{ imports: 2 }]);
    const retry = await server.graphql(
      `mutation ($id: ID!) { retryImport(id: $id) { ... on LimitExceededError { code } } }`,
      { id: first?.data.startImport.data.id },
      'editor',
    );
    expect(retry.data.retryImport).toEqual({ code: 'RATE_LIMITED' });
    expect((await start('admin')).data.startImport.__typename).toBe('StartImportSuccess');
  });

  it('answer a look at a source beyond the limit likewise', async () => {
    const look = async (who: 'editor' | 'admin') => {
      const { data } = await server.graphql(
        `mutation { inspectSource(input: { projectId: "demo", importer: "people", source: { rows: [{ name: "Ada" }] } }) {
          __typename ... on LimitExceededError { code limit retryAfterSeconds } } }`,
        {},
        who,
      );
      return data.inspectSource;
    };
    expect([await look('editor'), await look('editor')]).toEqual(
      [1, 2].map(() => ({ __typename: 'InspectSourceSuccess' })),
    );
    expect(await look('editor')).toEqual({
      ...{ __typename: 'LimitExceededError', code: 'RATE_LIMITED', limit: 2, retryAfterSeconds: expect.any(Number) },
    });
    expect((await look('admin')).__typename).toBe('InspectSourceSuccess');
  });

  it('answer an upload beyond the limit with 429 and Retry-After', async () => {
    const metadata = ['projectId', 'filename'].map((name) => `${name} ${btoa('demo')}`).join(',');
    const create = () =>
      fetch(`${server.origin}/uploads`, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${server.keyOf('editor')}`, 'tus-resumable': '1.0.0' },
          ...{ 'upload-length': '10', 'upload-metadata': metadata },
        },
      });
    expect([(await create()).status, (await create()).status]).toEqual([201, 201]);
    const refused = await create();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('at most 2 new uploads per minute');
  });

  it('slow down who guesses at one account from many addresses', async () => {
    const guess = async (address: string, email: string) => {
      const response = await fetch(`${server.origin}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.origin, 'x-forwarded-for': address },
        body: JSON.stringify({ email, password: 'a guess' }),
      });
      return [response.status, response.headers.get('retry-after')];
    };
    // Ten for the account; what the address limit refuses is not among them.
    for (let address = 1; address <= 5; address += 1) {
      for (const status of [401, 401, 429]) {
        expect((await guess(`198.51.100.${address}`, 'ada@example.org'))[0]).toBe(status);
      }
    }
    expect(await guess('198.51.100.6', 'ADA@example.org')).toEqual([429, expect.stringMatching(/^\d+$/)]);
    expect((await guess('198.51.100.6', 'bob@example.org'))[0]).toBe(401);
  });
});
