import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import pg from 'pg';
import { expect, inject, it, onTestFinished } from 'vitest';
import { type DatabaseConfig, withClient } from '../../server/database/connections.ts';
import { migrate } from '../../server/database/migrate.ts';
import { migrationsFolder } from '../../server/database/migrationFiles.ts';
import '../setup/provided.ts';

async function emptyDatabase(): Promise<DatabaseConfig> {
  const { adminUrl } = inject('cluster');
  const name = `moved_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  });
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, schema: 'sluice' };
}

/** The project's migrations up to the named one. */
async function upTo(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const filter = (path: string) =>
    path === migrationsFolder || (relative(migrationsFolder, path).split('/')[0] ?? '') <= name;
  await cp(migrationsFolder, folder, { recursive: true, filter });
  return folder;
}

async function ask(database: DatabaseConfig, sql: string): Promise<object[]> {
  return withClient(database, { name: 'test' }, async (client) => (await client.query(sql)).rows);
}

const NAMES = `SELECT nspname AS schema, count(*)::int AS things FROM pg_namespace n
  LEFT JOIN LATERAL (SELECT FROM pg_class WHERE relnamespace = n.oid AND relkind = 'r'
    UNION ALL SELECT FROM pg_type WHERE typnamespace = n.oid AND typtype = 'e') AS thing ON true
  WHERE nspname IN ('public', 'sluice') GROUP BY 1 ORDER BY 1`;

it.each([
  '20261121000100_rules',
  '20261121091850_events',
  '20261130230500_source_format',
  '20261201033000_entity_words',
])('an installation of the version with %s is moved and brought to this version, its records with it', async (name) => {
  const database = await emptyDatabase();
  await migrate({ ...database, schema: 'public' }, await upTo(name));
  await ask({ ...database, schema: 'public' }, `INSERT INTO project (id, name) VALUES ('p', 'P')`);
  const [one, other] = await Promise.all([migrate(database), migrate(database)]);
  expect([one.movedFrom, other.movedFrom].sort()).toEqual([null, 'public']);
  const fresh = await emptyDatabase();
  await migrate(fresh);
  expect(await ask(database, NAMES)).toEqual(await ask(fresh, NAMES));
  expect(await ask(database, 'SELECT id FROM sluice.project')).toEqual([{ id: 'p' }]);
});
