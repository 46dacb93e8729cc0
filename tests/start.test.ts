import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../server/database/freePort.ts';
import { testDatabase } from './helpers/database.ts';
import { oldPostgres } from './helpers/oldPostgres.ts';
import { dataFolder, runSluice } from './helpers/sluiceProcess.ts';
import { expectRefusal, postmasterOf, serve } from './helpers/sluiceServer.ts';

describe('sluice serve', () => {
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

  it('refuses a port in use before it makes anything', async () => {
    const dataDir = join(await dataFolder(), 'not-yet');
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await expectRefusal(await serve(dataDir, { PORT: String(port) }), new RegExp(`Port ${port} .*is in use.*PORT`));
    expect(existsSync(dataDir)).toBe(false);
  });

  it('refuses a DATABASE_URL where nobody answers', async () => {
    const url = `postgres://me:hush@127.0.0.1:${await freePort()}/mine`;
    const sluice = await serve(await dataFolder(), { DATABASE_URL: url });
    await expectRefusal(sluice, /DATABASE_URL .*does not answer: .*ECONNREFUSED/);
    expect(sluice.complaints()).not.toContain('hush');
  });

  it('refuses a Postgres that is too old', async () => {
    const url = await oldPostgres('140012', '14.12');
    await expectRefusal(await serve(await dataFolder(), { DATABASE_URL: url }), /Postgres 14\.12.* 15 or newer/);
  });

  it('tells every variable that it cannot understand, each in a line', async () => {
    const sluice = await serve(await dataFolder(), { PORT: 'http', SLUICE_PUBLIC_URL: 'sluice.example.com' });
    expect(await sluice.ended()).toBe(1);
    expect(sluice.complaints().trim().split('\n')).toEqual([
      expect.stringMatching(/PORT must be a port number/),
      expect.stringMatching(/SLUICE_PUBLIC_URL must be a URL/),
    ]);
  });
});

describe('sluice worker', () => {
  it('says what it needs where there is neither DATABASE_URL nor a server', async () => {
    const dataDir = await dataFolder();
    await expectRefusal(runSluice('worker', { SLUICE_DATA_DIR: dataDir }), /worker needs DATABASE_URL/);
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
