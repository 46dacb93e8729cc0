import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { checkDatabase } from '../database/checkDatabase.ts';
import { type DatabaseConfig, withClient } from '../database/connections.ts';
import { startTemporaryCluster } from '../database/temporaryCluster.ts';
import { startReaper } from './reaper.ts';
import { siblingScript } from './siblingScript.ts';

/** A migrated database for one test. */
export interface ScratchDatabase {
  readonly database: DatabaseConfig;
  drop(): Promise<void>;
}

const template = 'sluice_template';

/**
 * The Postgres of this process' tests, started for the first of them. It holds no test up at the end: a process of its
 * own removes it when this one is gone, however it went.
 */
let own: Promise<DatabaseConfig> | undefined;

/** A new migrated database: on the Postgres of `databaseUrl`, or on one of the tests' own. */
export async function scratchDatabase(databaseUrl: string | null, schema: string): Promise<ScratchDatabase> {
  const name = `sluice_test_${randomBytes(6).toString('hex')}`;
  if (databaseUrl === null) {
    own ??= startOwn(schema);
    return clone(await own, name);
  }
  const admin = { url: databaseUrl, schema };
  await checkDatabase(admin);
  await asAdmin(admin, `CREATE DATABASE ${name}`);
  const scratch = { database: at(admin, name), drop: () => drop(admin, name) };
  try {
    await migrate(scratch.database);
    return scratch;
  } catch (error) {
    await scratch.drop();
    throw error;
  }
}

/** Gives its maintenance database. */
async function startOwn(schema: string): Promise<DatabaseConfig> {
  const cluster = await startTemporaryCluster();
  startReaper(cluster);
  const admin = { url: cluster.url('postgres'), schema };
  await asAdmin(admin, `CREATE DATABASE ${template}`);
  await migrate(at(admin, template));
  return admin;
}

async function clone(admin: DatabaseConfig, name: string): Promise<ScratchDatabase> {
  await asAdmin(admin, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return { database: at(admin, name), drop: () => drop(admin, name) };
}

/** See migrateDatabase.ts for why not here. */
async function migrate(database: DatabaseConfig): Promise<void> {
  const script = siblingScript('migrateDatabase');
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'inherit', 'inherit'] });
  child.stdin.end(JSON.stringify(database));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The database of the test could not be migrated (exit code ${code}).`);
}

function drop(admin: DatabaseConfig, name: string): Promise<void> {
  return asAdmin(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function at({ url, schema }: DatabaseConfig, name: string): DatabaseConfig {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return { url: other.href, schema };
}

async function asAdmin(admin: DatabaseConfig, statement: string): Promise<void> {
  await withClient(admin, { name: 'sluice-testing' }, (client) => client.query(statement));
}
