import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { verifyPassword } from 'better-auth/crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../server/database/connections.ts';
import { killPostmaster } from '../../server/database/postmaster.ts';
import { SCHEMA, testDatabase } from '../helpers/database.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';
import { expectRefusal, postmasterOf, serve } from '../helpers/sluiceServer.ts';
import { until } from '../helpers/until.ts';

/** The rows that the embedded Postgres of a running server answers a query with. */
async function ask<Row extends pg.QueryResultRow>(dataDir: string, query: string): Promise<Row[]> {
  const url = await readFile(join(dataDir, 'database-url'), 'utf8');
  const client = createClient({ url: url.trim(), schema: SCHEMA }, { name: 'test' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

/** Each test goes on where the one before has left the folder. */
describe('sluice serve in one data folder', () => {
  let dataDir: string;
  let password: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sluice-data-'));
  });
  afterAll(async () => {
    killPostmaster({ folder: join(dataDir, 'postgres') });
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  it('makes its data and an administrator, and stops whole', async () => {
    const sluice = await serve(dataDir);
    await sluice.ready();
    const credentials = parseEnv(await readFile(join(dataDir, 'credentials'), 'utf8'));
    password = credentials.SLUICE_ADMIN_PASSWORD ?? '';
    expect(sluice.output()).toContain(password);
    expect(sluice.output()).toContain(credentials.SLUICE_ADMIN_API_KEY);
    for (const name of ['credentials', 'database-url']) {
      expect((await stat(join(dataDir, name))).mode & 0o777).toBe(0o600);
    }
    const keys = await ask<{ hash: Buffer; role: string }>(dataDir, 'SELECT hash, role FROM api_key');
    const hash = createHash('sha256')
      .update(credentials.SLUICE_ADMIN_API_KEY ?? '')
      .digest();
    expect(keys).toEqual([{ hash, role: 'ADMIN' }]);
    sluice.signal('SIGINT');
    expect(await sluice.ended()).toBe(0);
    expect(await postmasterOf(dataDir)).toBeNull();
  });

  it('finds both again, keeps another server out, and brings its Postgres back when that dies', async () => {
    const sluice = await serve(dataDir);
    await sluice.ready();
    expect(sluice.output()).toContain(join(dataDir, 'credentials'));
    expect(sluice.output()).not.toContain(password);
    const people = await ask<{ email: string; password: string }>(
      dataDir,
      'SELECT email, password FROM account JOIN "user" ON "user".id = user_id',
    );
    expect(people).toEqual([{ email: 'admin@localhost', password: expect.any(String) }]);
    expect(await verifyPassword({ hash: people[0]?.password ?? '', password })).toBe(true);

    const projects = () => ask(dataDir, 'SELECT id FROM project').catch(() => null);
    await expectRefusal(await serve(dataDir), new RegExp(`${dataDir} is in use by another Sluice.*${sluice.pid}`));
    expect(await projects()).toEqual([{ id: 'demo' }]);

    const before = await postmasterOf(dataDir);
    process.kill(before?.pid ?? 0, 'SIGKILL');
    const after = await until(
      async () => {
        const found = await postmasterOf(dataDir);
        return found?.pid !== before?.pid && found;
      },
      { what: 'another Postgres' },
    );
    expect(after.port).toBe(before?.port);
    expect(await until(projects, { what: 'the database to answer' })).toEqual([{ id: 'demo' }]);
    sluice.signal('SIGKILL');
    await sluice.ended();
  });

  it('takes over the Postgres of a server that was killed', async () => {
    const left = await postmasterOf(dataDir);
    expect(left).not.toBeNull();
    const sluice = await serve(dataDir);
    await sluice.ready();
    expect(await postmasterOf(dataDir)).toEqual(left);
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    const pidFile = await readFile(file, 'utf8');
    sluice.signal('SIGINT');
    expect(await sluice.ended()).toBe(0);
    expect(await postmasterOf(dataDir)).toBeNull();
    // As after a crash of the machine, when another program has its number by now.
    await writeFile(file, pidFile.replace(/^\d+/, String(process.pid)));
  });

  it('starts though the number of its Postgres is another program’s by then', async () => {
    await (await serve(dataDir)).ready();
  });
});

it('lets one of two first starts have the data folder, and ends at once at the second Ctrl-C with its Postgres', async () => {
  const dataDir = await dataFolder();
  const both = await Promise.all([serve(dataDir), serve(dataDir)]);
  const loser = await Promise.race(both.map((sluice) => sluice.ended().then(() => sluice)));
  await expectRefusal(loser, /is in use by another Sluice/);
  const server = both[0] === loser ? both[1] : both[0];
  await server.ready();

  const pid = (await postmasterOf(dataDir))?.pid ?? 0;
  // A Postgres that does not move keeps the server from stopping in an orderly way.
  process.kill(pid, 'SIGSTOP');
  server.signal('SIGINT');
  await until(() => server.output().includes('Stopping'), { what: 'the server to begin to stop' });
  let code: number | null | undefined;
  void server.ended().then((ended) => {
    code = ended;
  });
  await until(
    () => {
      if (code === undefined) server.signal('SIGINT');
      return code !== undefined;
    },
    { what: 'the server to end' },
  );
  expect(code).toBe(130);
  process.kill(pid, 'SIGCONT');
  await until(async () => (await postmasterOf(dataDir)) === null, { what: 'its Postgres to end' });
});

describe('sluice serve with DATABASE_URL', () => {
  const database = testDatabase();

  it('lets in whom the environment names, and writes down nothing of it', async () => {
    const dataDir = await dataFolder();
    const asked = async (sql: string) => (await database.pool.query(sql)).rows;
    const given = { SLUICE_ADMIN_EMAIL: 'Ann@Example.com', SLUICE_ADMIN_PASSWORD: 'correct horse' };
    const here = { DATABASE_URL: database.url };
    const first = await serve(dataDir, { ...here, ...given, SLUICE_ADMIN_API_KEY: 'slk_given-by-a-person' });
    await first.ready();
    expect(first.output()).not.toContain('correct horse');
    expect(existsSync(join(dataDir, 'credentials'))).toBe(false);
    expect(await asked('SELECT email FROM "user"')).toEqual([{ email: 'ann@example.com' }]);
    first.signal('SIGTERM');
    expect(await first.ended()).toBe(0);

    const second = await serve(dataDir, { ...here, SLUICE_ADMIN_API_KEY: 'slk_another-one-later' });
    await second.ready();
    expect(await asked('SELECT project_id, role FROM api_key')).toEqual([
      { project_id: 'demo', role: 'ADMIN' },
      { project_id: 'demo', role: 'ADMIN' },
    ]);
    second.signal('SIGTERM');
    expect(await second.ended()).toBe(0);
  });
});

describe('sluice migrate', () => {
  it('brings the embedded database up to date and leaves nothing running', async () => {
    const dataDir = await dataFolder();
    const first = runSluice('migrate', { SLUICE_DATA_DIR: dataDir });
    expect(await first.ended()).toBe(0);
    expect(first.output()).toMatch(/Applied .*_init/);
    expect(await postmasterOf(dataDir)).toBeNull();
    const second = runSluice('migrate', { SLUICE_DATA_DIR: dataDir });
    expect(await second.ended()).toBe(0);
    expect(second.output()).toContain('up to date');
  });
});
