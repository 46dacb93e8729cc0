import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type EmbeddedPostgres, startEmbedded } from '../../server/database/embedded.ts';
import { DatabaseError } from '../../server/database/errors.ts';
import { endOrphans } from '../../server/database/orphans.ts';
import { findPostmaster, killPostmaster } from '../../server/database/postmaster.ts';
import { until } from '../helpers/until.ts';

let dataDir: string;
let embedded: EmbeddedPostgres;
const losses: unknown[] = [];

/** A loop looks for cancellations, not for its postmaster. */
const BUSY = `DO $$ BEGIN WHILE clock_timestamp() < now() + interval '5 minutes' LOOP END LOOP; END $$`;

const folder = () => join(dataDir, 'postgres');

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sluice-death-'));
  embedded = await startEmbedded({ dataDir, onLost: (error) => void losses.push(error) });
});
afterAll(async () => {
  killPostmaster({ folder: folder() });
  await endOrphans({ folder: folder() });
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

/** As the kernel does for want of memory: it can tell nobody. */
async function killed(): Promise<void> {
  const postmaster = await findPostmaster({ folder: folder() });
  // No. 0 would be this very process and all of its group.
  if (!postmaster) throw new Error('No Postgres runs.');
  process.kill(postmaster.pid, 'SIGKILL');
}

async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: embedded.url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Fails once it is given up. */
async function isBack(): Promise<boolean> {
  expect(losses).toEqual([]);
  try {
    await (await connected()).end();
    return true;
  } catch {
    return false;
  }
}

/** Someone else's program that happens to run in the folder. */
async function bystander(): Promise<ChildProcess> {
  const child = spawn('sleep', ['3600'], { cwd: folder() });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  return child;
}

describe.skipIf(process.platform !== 'linux')('the embedded Postgres, killed', () => {
  it('comes back though a session of its own still works and holds its memory, and nothing else is ended', async () => {
    const other = await bystander();
    const session = await connected();
    const working = session.query(BUSY).catch((error: unknown) => error);
    const client = await connected();
    const active = `SELECT FROM pg_stat_activity WHERE query LIKE 'DO %' AND state = 'active'`;
    await until(async () => (await client.query(active)).rows.length > 0, { what: 'the session to work' });
    await killed();
    await until(isBack, { what: 'Postgres to answer again' });
    expect(await working).toBeInstanceOf(Error);
    expect(other.exitCode ?? other.signalCode).toBeNull();
    await Promise.all([session.end(), client.end()]);
  });
});

describe('the embedded Postgres, killed where it cannot start', () => {
  const settings = () => join(folder(), 'postgresql.conf');
  const failures = async () =>
    (await readFile(join(folder(), 'postgres.log'), 'utf8')).split('could not access').length;

  it('is tried again until it can', async () => {
    await rename(settings(), `${settings()}.away`);
    const before = await failures();
    await killed();
    await until(async () => (await failures()) > before, { what: 'a start that fails' });
    await rename(`${settings()}.away`, settings());
    await until(isBack, { what: 'Postgres to answer again' });
    await embedded.stop();
  });

  it('is given up in one line once the time is over, and there is nothing to be stopped', async () => {
    const lost = Promise.withResolvers<unknown>();
    embedded = await startEmbedded({ dataDir, onLost: lost.resolve, returnWithinMs: 0 });
    await rename(settings(), `${settings()}.away`);
    await killed();
    const error = await lost.promise;
    expect(error).toBeInstanceOf(DatabaseError);
    expect(String(error)).toMatch(/^DatabaseError: Postgres did not start in \S+: .*could not access.*$/);
    await embedded.stop();
  });
});
