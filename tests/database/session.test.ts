import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { withClient } from '../../server/database/connections.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { testDatabase } from '../helpers/database.ts';

/** What an administrator may have set for a database, each of which would bend values or end statements. */
const DEFAULTS = {
  TimeZone: 'America/St_Johns',
  DateStyle: 'SQL, DMY',
  IntervalStyle: 'sql_standard',
  bytea_output: 'escape',
  default_transaction_isolation: 'serializable',
  standard_conforming_strings: 'off',
  statement_timeout: '1ms',
  lock_timeout: '1ms',
};

async function setDefaults(database: { readonly url: string }): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const name = client.escapeIdentifier(client.database ?? '');
  for (const [setting, value] of Object.entries(DEFAULTS)) {
    await client.query(`ALTER DATABASE ${name} SET ${setting} = ${client.escapeLiteral(value)}`);
  }
  await client.end();
}

const AROUND_NOW_MS = 3_600_000;
const isAroundNow = (time: string) => Math.abs(Date.parse(time) - Date.now()) < AROUND_NOW_MS;

let app: RunningApp;

// biome-ignore lint/suspicious/noExplicitAny: each test knows what it has asked for.
async function ask(query: string, variables: object = {}): Promise<any> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${app.apiKey}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  return data;
}

beforeAll(async () => {
  vi.stubEnv('TZ', 'Asia/Kolkata');
  app = await startApp({}, setDefaults);
});
afterAll(async () => {
  await app?.stop();
  vi.unstubAllEnvs();
});

it('answers with the right times, far from UTC on both sides', async () => {
  expect(new Date().getTimezoneOffset()).toBe(-330);
  const { imports, contacts, apiKeys } = await ask(`{
    imports(projectId: "demo", first: 1) { edges { node {
      createdAt startedAt finishedAt updatedAt auditTrail(first: 1) { edges { node { at } } } } } }
    contacts(projectId: "demo", first: 1) { edges { node { createdAt importedAt updatedAt } } }
    apiKeys: project(id: "demo") { apiKeys(first: 1) { edges { node { createdAt lastUsedAt } } } } }`);
  const { auditTrail, ...ofImport } = imports.edges[0].node;
  const times: Record<string, string> = {
    ...ofImport,
    audited: auditTrail.edges[0].node.at,
    contact: contacts.edges[0].node.createdAt,
    ...contacts.edges[0].node,
    key: apiKeys.apiKeys.edges[0].node.createdAt,
    ...apiKeys.apiKeys.edges[0].node,
  };
  expect(Object.entries(times).filter(([, time]) => !isAroundNow(time))).toEqual([]);
});

it('counts the next time of a schedule in its own zone', async () => {
  const input = {
    ...{ projectId: 'demo', importer: 'contacts', name: 'nightly', url: 'https://example.com/people.csv' },
    ...{ cron: '30 12 * * *', timeZone: 'UTC' },
  };
  const { createSchedule } = await ask(
    `mutation ($input: CreateScheduleInput!) { createSchedule(input: $input) {
       ... on Error { message } ... on ScheduleSuccess { data { nextRunAt } } } }`,
    { input },
  );
  expect(createSchedule.data.nextRunAt).toMatch(/T12:30:00/);
  const { schedules } = await ask('{ schedules(projectId: "demo") { edges { node { nextRunAt } } } }');
  expect(schedules.edges[0].node.nextRunAt).toBe(createSchedule.data.nextRunAt);
});

const own = testDatabase();

it('leaves to the URL what is not for Sluice to say, and searches its schemas behind Sluice’s own', async () => {
  const url = new URL(own.url);
  url.searchParams.set('options', '-c search_path=elsewhere,public -c TimeZone=America/St_Johns');
  const settings = { idle_in_transaction_session_timeout: '7s', 'sluice.words': 'two words' };
  const shown = await withClient({ url: url.href, schema: 'sluice' }, { name: 'a name', settings }, async (client) => {
    const names = ['search_path', 'TimeZone', 'application_name', ...Object.keys(settings)];
    const { rows } = await client.query('SELECT current_setting(name) AS value FROM unnest($1::text[]) AS name', [
      names,
    ]);
    return rows.map(({ value }) => value);
  });
  expect(shown).toEqual(['"sluice",elsewhere,public', 'UTC', 'a name', '7s', 'two words']);
});
