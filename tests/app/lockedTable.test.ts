import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withClient } from '../../server/database/connections.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { SCHEMA } from '../helpers/database.ts';
import { until } from '../helpers/until.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

// biome-ignore lint/suspicious/noExplicitAny: each test knows what it has asked for.
async function ask(query: string, variables: object = {}): Promise<any> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${app.apiKey}` },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const ready = async () => (await fetch(`${app.url}/health/ready`)).json();
const statusOf = async (id: string) =>
  (await ask('query ($id: ID!) { import(id: $id) { status } }', { id })).data.import.status;
const readContacts = () => ask('{ contacts(projectId: "demo", first: 1) { totalCount } }');
const act = (name: string, id: string) =>
  ask(
    `mutation ($id: ID!) { ${name}(id: $id) { ... on Error { message } ... on ImportActionSuccess { data { status } } } }`,
    {
      id,
    },
  );

async function start(): Promise<string> {
  const input = {
    ...{ projectId: 'demo', importer: 'contacts', mode: 'ASYNC' },
    source: { rows: [{ name: 'Ada Lovelace', email: 'ada@locked.example' }] },
  };
  const { data } = await ask(
    `mutation ($input: StartImportInput!) { startImport(input: $input) {
       ... on Error { message } ... on StartImportSuccess { data { id } } } }`,
    { input },
  );
  return data.startImport.data.id;
}

/** How many of the server's sessions wait for a table. */
async function countWaiting(client: Pick<pg.Client, 'query'>): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'relation'`,
  );
  return rows[0]?.count ?? 0;
}

/** More than any pool has. */
const CROWD = 40;

it('a table that somebody locks holds up neither what is known of imports nor their controls', async () => {
  await withClient({ url: app.databaseUrl, schema: SCHEMA }, { name: 'test' }, async (other) => {
    await other.query('BEGIN');
    await other.query('LOCK TABLE contact IN ACCESS EXCLUSIVE MODE');
    // Not within the transaction, which would see the same sessions each time.
    const waiting = () => withClient({ url: app.databaseUrl, schema: SCHEMA }, { name: 'test' }, countWaiting);
    const id = await start();
    await until(async () => (await waiting()) > 0, { what: 'the chunk to wait for the lock' });

    // A machine may be too slow for one crowd, and then sees to the next.
    const answers = await until(
      async () => {
        let isWaiting = true;
        const crowd = Array.from({ length: CROWD }, () => readContacts().finally(() => (isWaiting = false)));
        await until(async () => (await waiting()) >= 4 || !isWaiting, { what: 'reads to wait for the lock' });
        const [status, health] = await Promise.all([statusOf(id), ready()]);
        return isWaiting ? { status, health, crowd } : Promise.all(crowd).then(() => null);
      },
      { what: 'an answer while others wait' },
    );
    expect(answers.status).toBe('RUNNING');
    expect(answers.health).toEqual({ status: 'degraded', lockedTables: ['contact'], busy: ['records'] });
    expect((await act('pauseImport', id)).data.pauseImport.data.status).toBe('PAUSED');
    for (const { errors } of await Promise.all(answers.crowd)) {
      expect(errors[0].extensions.code).toBe('DATABASE_BUSY');
    }
    expect((await ready()).lockedTables).toEqual(['contact']);

    await other.query('ROLLBACK');
    expect(await until(async () => (await ready()).status === 'ok', { what: 'the end of it' })).toBe(true);
    expect((await readContacts()).errors).toBeUndefined();
    await act('resumeImport', id);
    await until(async () => (await statusOf(id)) === 'COMPLETED', { what: 'the import to end' });
  });
});
