import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { checkDatabase } from '../database/checkDatabase.ts';
import { withClient } from '../database/connections.ts';
import { startTemporaryCluster } from '../database/temporaryCluster.ts';
import { startReaper } from './reaper.ts';

/** A migrated database for one test. */
export interface ScratchDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const template = 'sluice_template';

/**
 * The Postgres of this process' tests, started for the first of them. It holds no test up at the end: a process of its
 * own removes it when this one is gone, however it went.
 */
let own: Promise<string> | undefined;

/** A new migrated database: on the Postgres of `databaseUrl`, or on one of the tests' own. */
export async function scratchDatabase(databaseUrl: string | null): Promise<ScratchDatabase> {
  const name = `sluice_test_${randomBytes(6).toString('hex')}`;
  if (databaseUrl === null) {
    own ??= startOwn();
    return clone(await own, name);
  }
  await checkDatabase(databaseUrl);
  await asAdmin(databaseUrl, `CREATE DATABASE ${name}`);
  const scratch = { url: at(databaseUrl, name), drop: () => drop(databaseUrl, name) };
  try {
    await migrate(scratch.url);
    return scratch;
  } catch (error) {
    await scratch.drop();
    throw error;
  }
}

/** Gives the URL of its maintenance database. */
async function startOwn(): Promise<string> {
  const cluster = await startTemporaryCluster();
  startReaper(cluster);
  const admin = cluster.url('postgres');
  await asAdmin(admin, `CREATE DATABASE ${template}`);
  await migrate(cluster.url(template));
  return admin;
}

async function clone(admin: string, name: string): Promise<ScratchDatabase> {
  await asAdmin(admin, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return { url: at(admin, name), drop: () => drop(admin, name) };
}

/** See migrateDatabase.ts for why not here. */
async function migrate(url: string): Promise<void> {
  const script = fileURLToPath(new URL('./migrateDatabase.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'inherit', 'inherit'] });
  child.stdin.end(url);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The database of the test could not be migrated (exit code ${code}).`);
}

function drop(admin: string, name: string): Promise<void> {
  return asAdmin(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function at(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function asAdmin(url: string, statement: string): Promise<void> {
  await withClient(url, { name: 'sluice-testing' }, (client) => client.query(statement));
}
