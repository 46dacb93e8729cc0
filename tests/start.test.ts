import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../server/database/freePort.ts';
import { oldPostgres } from './helpers/oldPostgres.ts';
import { dataFolder, runSluice } from './helpers/sluiceProcess.ts';
import { expectRefusal, serve } from './helpers/sluiceServer.ts';

describe('sluice serve', () => {
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
