import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hashPassword } from 'better-auth/crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from '../config.ts';
import { type DatabaseConfig, withClient } from '../database/connections.ts';
import { type Credentials, credentialsFile, ensureCredentials } from './credentials.ts';

export const demoProject = 'demo';

/** What to print about signing in. */
export interface Seeded {
  /** The generated credentials at the first start; null later, when only the file and the environment have them. */
  readonly firstCredentials: Credentials | null;
  /** Null if the environment provides everything, so that there is no file. */
  readonly credentialsFile: string | null;
}

type Query = Pick<pg.Client, 'query'>;

const seedLock = 7_165_231_021;

/**
 * In a database without projects: creates the demo project, its administrator and an API key. Later, it only makes sure
 * that a password or key from the environment works. Safe if several servers start at once.
 */
export async function seed(database: DatabaseConfig, config: Pick<Config, 'admin' | 'dataDir'>): Promise<Seeded> {
  return withClient(database, { name: 'sluice-seed' }, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [seedLock]);
    const firstCredentials = (await isEmpty(client)) ? await seedFirst(client, config) : null;
    if (firstCredentials === null) await admitGiven(client, config.admin);
    await client.query('COMMIT');
    const file = credentialsFile(config.dataDir);
    return { firstCredentials, credentialsFile: existsSync(file) ? file : null };
  });
}

async function isEmpty(client: Query): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM project LIMIT 1');
  return rowCount === 0;
}

async function seedFirst(client: Query, { admin, dataDir }: Pick<Config, 'admin' | 'dataDir'>): Promise<Credentials> {
  const credentials = await ensureCredentials(admin, dataDir);
  await client.query('INSERT INTO project (id, name) VALUES ($1, $2)', [demoProject, 'Demo']);
  await admitAdministrator(client, credentials.email, credentials.password);
  await admitKey(client, credentials.apiKey);
  return credentials;
}

async function admitGiven(client: Query, admin: Config['admin']): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM project WHERE id = $1', [demoProject]);
  if (rowCount === 0) return;
  if (admin.password !== null) await admitAdministrator(client, admin.email, admin.password);
  if (admin.apiKey !== null) await admitKey(client, admin.apiKey);
}

/** An existing user does not change: they may have changed their password since. */
async function admitAdministrator(client: Query, email: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM "user" WHERE email = $1', [email]);
  if (rowCount !== 0) return;
  const userId = uuidv7();
  await client.query(
    'INSERT INTO "user" (id, name, email, email_verified, administrator) VALUES ($1, $2, $3, true, true)',
    [userId, 'Administrator', email],
  );
  // The shape in which better-auth keeps a person's password.
  await client.query(
    `INSERT INTO account (id, account_id, provider_id, user_id, password) VALUES ($1, $2, 'credential', $2, $3)`,
    [uuidv7(), userId, await hashPassword(password)],
  );
  await client.query(`INSERT INTO member (project_id, user_id, role) VALUES ($1, $2, 'ADMIN')`, [demoProject, userId]);
}

async function admitKey(client: Query, apiKey: string): Promise<void> {
  await client.query(
    `INSERT INTO api_key (id, project_id, name, role, prefix, hash)
     VALUES ($1, $2, 'first key', 'ADMIN', $3, $4) ON CONFLICT (hash) DO NOTHING`,
    [uuidv7(), demoProject, apiKey.slice(0, 8), createHash('sha256').update(apiKey).digest()],
  );
}
