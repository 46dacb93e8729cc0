import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hashPassword } from 'better-auth/crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from '../config.ts';
import { type DatabaseConfig, withClient } from '../database/connections.ts';
import type { ConfiguredProject } from '../sdk/config.ts';
import { type Credentials, credentialsFile, ensureCredentials } from './credentials.ts';

export const demoProject = 'demo';

const DEMO: ConfiguredProject = { id: demoProject, name: 'Demo' };

type SeedConfig = Pick<Config, 'admin' | 'dataDir'> & Partial<Pick<Config, 'projects'>>;

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
 * In a database without projects: creates the configured ones, or the demo project, with an administrator and an API key
 * of the first. Later, it only adds configured projects that are missing, and makes sure that a password or key from the
 * environment works. Safe if several servers start at once.
 */
export async function seed(database: DatabaseConfig, config: SeedConfig): Promise<Seeded> {
  return withClient(database, { name: 'sluice-seed' }, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [seedLock]);
    const isFirst = await isEmpty(client);
    const { projects = [], admin } = config;
    const home = projects[0] ?? DEMO;
    for (const project of projects) await addProject(client, project);
    const firstCredentials = isFirst ? await seedFirst(client, config, home) : null;
    if (firstCredentials === null) await admitGiven(client, admin, home.id);
    await client.query('COMMIT');
    const file = credentialsFile(config.dataDir);
    return { firstCredentials, credentialsFile: existsSync(file) ? file : null };
  });
}

async function isEmpty(client: Query): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM project LIMIT 1');
  return rowCount === 0;
}

async function seedFirst(client: Query, { admin, dataDir }: SeedConfig, home: ConfiguredProject): Promise<Credentials> {
  const credentials = await ensureCredentials(admin, dataDir);
  await addProject(client, home);
  await admitAdministrator(client, credentials.email, credentials.password);
  await admitKey(client, credentials.apiKey, home.id);
  // Who came after the projects were added.
  await client.query(
    `INSERT INTO member (project_id, user_id, role)
     SELECT project.id, "user".id, 'ADMIN' FROM project CROSS JOIN "user" WHERE administrator ON CONFLICT DO NOTHING`,
  );
  return credentials;
}

/** One that is there stays as it is; of a new one, all administrators are members. */
async function addProject(client: Query, { id, name }: ConfiguredProject): Promise<void> {
  await client.query(
    `WITH added AS (INSERT INTO project (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO member (project_id, user_id, role)
     SELECT added.id, "user".id, 'ADMIN' FROM added CROSS JOIN "user" WHERE administrator`,
    [id, name],
  );
}

async function admitGiven(client: Query, admin: Config['admin'], home: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM project WHERE id = $1', [home]);
  if (rowCount === 0) return;
  if (admin.password !== null && (await admitAdministrator(client, admin.email, admin.password))) {
    await client.query(
      `INSERT INTO member (project_id, user_id, role) SELECT $1, id, 'ADMIN' FROM "user" WHERE email = $2`,
      [home, admin.email],
    );
  }
  if (admin.apiKey !== null) await admitKey(client, admin.apiKey, home);
}

/** Whether they are new. An existing user does not change: they may have changed their password since. */
async function admitAdministrator(client: Query, email: string, password: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM "user" WHERE email = $1', [email]);
  if (rowCount !== 0) return false;
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
  return true;
}

async function admitKey(client: Query, apiKey: string, projectId: string): Promise<void> {
  await client.query(
    `INSERT INTO api_key (id, project_id, name, role, prefix, hash)
     VALUES ($1, $2, 'first key', 'ADMIN', $3, $4) ON CONFLICT (hash) DO NOTHING`,
    [uuidv7(), projectId, apiKey.slice(0, 8), createHash('sha256').update(apiKey).digest()],
  );
}
