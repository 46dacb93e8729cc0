import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient, type DatabaseConfig, withClient } from '../../server/database/connections.ts';
import { migrate } from '../../server/database/migrate.ts';
import { migrationsFolder } from '../../server/database/migrationFiles.ts';
import { difference } from '../../server/database/nextMigration.ts';
import { describeStart } from '../../server/setup/run.ts';
import { seed } from '../../server/setup/seed.ts';
import { SCHEMA, testDatabase } from '../helpers/database.ts';
import { until } from '../helpers/until.ts';

const database = testDatabase();

/** A database without any table, beside the test file's own. */
async function emptyDatabase(): Promise<DatabaseConfig> {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await database.pool.query(`CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await database.pool.query(`DROP DATABASE ${name}`);
  });
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  return { url: url.href, schema: SCHEMA };
}

/** The project's migrations and one more. */
async function withOneMore(sql: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(migrationsFolder, folder, { recursive: true });
  await mkdir(join(folder, '29990101000000_more'));
  await writeFile(join(folder, '29990101000000_more', 'migration.sql'), sql);
  return folder;
}

/** The project's migrations before the named one. */
async function before(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const filter = (path: string) => path === migrationsFolder || relative(migrationsFolder, path) < name;
  await cp(migrationsFolder, folder, { recursive: true, filter });
  return folder;
}

/** Ends the connections of this name, idle ones too, once one of them waits for a lock. */
async function cutWhenWaiting(name: string): Promise<void> {
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity 
    WHERE application_name = $1
      AND EXISTS (SELECT FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock')`;
  await until(async () => (await database.pool.query(cut, [name])).rows.length > 0, { what: `${name} to wait` });
}

/** The tables and types of a schema. */
async function namesIn(emptied: DatabaseConfig, schema: string = SCHEMA): Promise<string[]> {
  return withClient(emptied, { name: 'test' }, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname::text AS name FROM pg_class WHERE relnamespace = to_regnamespace($1) AND relkind IN ('r', 'p')
        UNION ALL SELECT typname FROM pg_type WHERE typnamespace = to_regnamespace($1) AND typtype = 'e'`,
      [schema],
    );
    return rows.map((row) => row.name);
  });
}

describe('migrate', () => {
  it('makes the tables of an empty database, and finds nothing to do the second time', async () => {
    const own = await emptyDatabase();
    expect((await migrate(own)).applied).toContain('20261121000000_init');
    expect(await namesIn(own)).toEqual(expect.arrayContaining(['import', 'import_chunk', 'failed_row', 'contact']));
    expect(await migrate(own)).toEqual({ movedFrom: null, applied: [] });
  });

  it('applies each migration once when several processes start together', async () => {
    const own = await emptyDatabase();
    const started = await Promise.all([migrate(own), migrate(own), migrate(own)]);
    expect(started.filter(({ applied }) => applied.length > 0)).toHaveLength(1);
  });

  it('refuses a database of a newer version, and says so', async () => {
    const own = await emptyDatabase();
    await migrate(own, await withOneMore('CREATE TABLE from_the_future (id int)'));
    await expect(migrate(own)).rejects.toThrow(/newer version of Sluice \(29990101000000_more\)/);
  });

  it('leaves nothing of a migration that fails, and says what the matter was', async () => {
    const own = await emptyDatabase();
    const folder = await withOneMore(
      'CREATE TABLE half (id int); -- a comment; with semicolons\nSELECT no_such_column;',
    );
    await expect(migrate(own, folder)).rejects.toThrow(/no_such_column/);
    expect(await namesIn(own)).not.toContain('half');
  });
});

describe('an installation from before messages were codes', () => {
  it('keeps the sentence of each group of errors, though not of a row with a NUL', async () => {
    const own = await emptyDatabase();
    await migrate(own, await before('20261201021500_messages'));
    const client = createClient(own, { name: 'test' });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query(`
      INSERT INTO project (id, name) VALUES ('p', 'P');
      INSERT INTO import (id, project_id, importer_name, mode, mode_reason, on_duplicate, chunk_size, input_hash,
          created_by, source, source_name)
        VALUES ('00000000-0000-4000-8000-000000000001', 'p', 'contacts', 'SYNC', 'Few.', 'SKIP', 500, '', 'me', '{}', 'a');
      INSERT INTO failed_row (id, import_id, row_number, values, errors, tags, waits_for)
        SELECT gen_random_uuid(), '00000000-0000-4000-8000-000000000001', number, '{}', errors::json, '{}', '{}'
          FROM (VALUES (1, '[{"code":"INVALID_PHONE","field":"phone","message":"\\u0000 is no phone number."}]'),
                       (2, '[{"code":"INVALID_PHONE","field":"phone","message":"x is no phone number."}]'),
                       (3, '[{"code":"MISSING","message":"Nobody is named."}]')) AS rows (number, errors);
      INSERT INTO import_error_group (import_id, code, field, count, sample)
        VALUES ('00000000-0000-4000-8000-000000000001', 'INVALID_PHONE', 'phone', 2, 'x'),
               ('00000000-0000-4000-8000-000000000001', 'MISSING', '', 1, 'Nobody is named.'),
               ('00000000-0000-4000-8000-000000000001', 'GONE', '', 1, 'y')`);
    await migrate(own);
    const { rows } = await client.query(
      'SELECT sample_value, sample_message FROM import_error_group ORDER BY code DESC',
    );
    expect(rows).toEqual([
      { sample_value: null, sample_message: { code: 'MISSING', message: 'Nobody is named.' } },
      { sample_value: 'x', sample_message: { code: 'INVALID_PHONE', message: 'x is no phone number.' } },
      { sample_value: 'y', sample_message: null },
    ]);
  });
});

describe('a start whose database ends meanwhile', () => {
  const config = { admin: { email: 'ann@example.com', password: null, apiKey: null }, dataDir: tmpdir() };

  it.each([
    ['sluice-migrate', 'BEGIN; LOCK TABLE _prisma_migrations', () => migrate(database.config)],
    ['sluice-seed', 'SELECT pg_advisory_lock(7165231021)', () => seed(database.config, config)],
  ])('is told in one line, as of %s', async (name, lock, start) => {
    const holder = await database.pool.connect();
    await holder.query(lock);
    onTestFinished(() => holder.release(true));
    const failing = start().catch((error: unknown) => error);
    await cutWhenWaiting(name);
    expect(describeStart(await failing)).toMatch(/^Sluice cannot run: what it needs went away .*Start it again\.$/);
  });
});

describe('the migrations', () => {
  it('agree with schema.prisma', async () => {
    expect(await difference()).toBeNull();
  });

  it('refuse counts that exceed the rows read', async () => {
    await database.pool.query(`INSERT INTO project (id, name) VALUES ('p', 'P')`);
    const insert = database.pool.query(
      `INSERT INTO import (id, project_id, importer_name, mode, mode_reason, on_duplicate, chunk_size, input_hash,
         created_by, source, source_name, rows_read, created, failed)
       VALUES (gen_random_uuid(), 'p', 'contacts', 'SYNC', '{}', 'SKIP', 500, '', 'me', '{}', 'a.csv', 10, 9, 2)`,
    );
    await expect(insert).rejects.toThrow(/import_counts_add_up/);
  });

  it.each([
    ['phone', '0301234567', 'contact_phone_e164'],
    ['phone', '+49 30 123', 'contact_phone_e164'],
    ['email', 'Ann@example.com', 'contact_email_lower_case'],
  ])('refuse a contact whose %s is %s', async (column, value, constraint) => {
    await database.pool.query(`INSERT INTO project (id, name) VALUES ('p', 'P') ON CONFLICT DO NOTHING`);
    const insert = database.pool.query(
      `INSERT INTO contact (id, project_id, ${column}) VALUES (gen_random_uuid(), 'p', $1)`,
      [value],
    );
    await expect(insert).rejects.toThrow(constraint);
  });
});
