import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseConfig, withClient } from '../../server/database/connections.ts';
import { readMigrations } from '../../server/database/migrationFiles.ts';
import { prepareSchema } from '../../server/database/schema/ownSchema.ts';
import { cloneDatabase, dropDatabase, type TestDatabase } from '../helpers/database.ts';

/** Everything where a version before schemas had it. */
const PUT_BACK = `
  DO $$ DECLARE made record; BEGIN
    FOR made IN SELECT 'TABLE' AS kind, relname AS name FROM pg_class
                 WHERE relnamespace = 'sluice'::regnamespace AND relkind = 'r'
          UNION ALL SELECT 'TYPE', typname FROM pg_type WHERE typnamespace = 'sluice'::regnamespace AND typtype = 'e' LOOP
      EXECUTE format('ALTER %s sluice.%I SET SCHEMA public', made.kind, made.name);
    END LOOP;
  END $$;
  ALTER EXTENSION pg_trgm SET SCHEMA public;
  DROP SCHEMA sluice;
  CREATE SCHEMA pgboss;
  CREATE TABLE pgboss.queue (name text);
  INSERT INTO pgboss.queue VALUES ('plan'), ('plan-disk:1'), ('deliver'), ('__pgboss__send-it')`;

const AUTHORS = `
  INSERT INTO project (id, name) VALUES ('p', 'P');
  INSERT INTO contact (id, project_id, company) SELECT gen_random_uuid(), 'p', 'Company ' || n FROM generate_series(1, 9) n;
  CREATE TABLE product (id uuid PRIMARY KEY, project_id text REFERENCES project ON DELETE CASCADE);
  INSERT INTO product VALUES (gen_random_uuid(), 'p')`;

/** Tables of an application that are called as Sluice's are, and its own Prisma's history. */
const HOST = `
  CREATE TYPE role AS ENUM ('OWNER');
  CREATE TABLE import (id serial, role role);
  CREATE TABLE contact (id serial, name text);
  CREATE TABLE job (id serial);
  CREATE TABLE _prisma_migrations (id text, checksum text, migration_name text, finished_at timestamptz,
    rolled_back_at timestamptz);
  INSERT INTO contact (name) VALUES ('theirs');
  INSERT INTO _prisma_migrations VALUES ('1', 'abc', '20261121000000_init', now(), NULL)`;

let database: TestDatabase;
beforeEach(async () => {
  database = await cloneDatabase();
  return () => dropDatabase(database);
});

const run = async (sql: string) => (await database.pool.query(sql)).rows;

async function prepare(config: DatabaseConfig = database.config): Promise<string | null> {
  const migrations = await readMigrations();
  return withClient(config, { name: 'test-prepare' }, (client) => prepareSchema(client, config, migrations));
}

/** The tables and enums of a schema. */
async function namesIn(schema: string): Promise<string[]> {
  const rows = await run(
    `SELECT relname::text AS name FROM pg_class WHERE relnamespace = to_regnamespace('${schema}') AND relkind IN ('r', 'p')
      UNION ALL SELECT typname FROM pg_type WHERE typnamespace = to_regnamespace('${schema}') AND typtype = 'e' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

describe('an installation whose tables are in public', () => {
  it('is moved with all that is in it, and an author’s table stays where it is', async () => {
    const before = await namesIn('sluice');
    await run(PUT_BACK);
    await run(AUTHORS);
    expect(await prepare()).toBe('public');
    expect(await namesIn('sluice')).toEqual(before);
    expect(await namesIn('public')).toEqual(['product']);
    expect(await namesIn('pgboss')).toEqual([]);
    expect(await run('SELECT count(*)::int AS contacts FROM sluice.contact')).toEqual([{ contacts: 9 }]);
    await run(`DELETE FROM sluice.project`);
    expect(await run('SELECT FROM product')).toEqual([]);
    expect(await prepare()).toBeNull();
  });

  it('keeps its place under SLUICE_SCHEMA=public', async () => {
    await run(PUT_BACK);
    expect(await prepare({ ...database.config, schema: 'public' })).toBeNull();
    expect(await namesIn('public')).toContain('contact');
  });

  it('leaves the schema of pg-boss to a host that has queues in it', async () => {
    await run(PUT_BACK);
    await run(`INSERT INTO pgboss.queue VALUES ('invoices')`);
    expect(await prepare()).toBe('public');
    expect(await namesIn('pgboss')).toEqual(['queue']);
  });

  it('is not moved while a process of the earlier version uses it', async () => {
    await run(PUT_BACK);
    await withClient({ ...database.config, schema: 'public' }, { name: 'sluice-work' }, async () => {
      await expect(prepare()).rejects.toThrow(/Stop them first/);
    });
    expect(await namesIn('public')).toContain('contact');
  });

  it('stays whole where the schema has something of a name of ours', async () => {
    await run(PUT_BACK);
    await run(`CREATE SCHEMA sluice; CREATE TYPE sluice.role AS ENUM ('OWNER')`);
    await expect(prepare()).rejects.toThrow(/cannot be moved .*"role".* Nothing was changed\.$/);
    expect(await namesIn('public')).toContain('contact');
    expect(await namesIn('sluice')).toEqual(['role']);
  });
});

describe('a database of another application', () => {
  beforeEach(async () => {
    await run(`${PUT_BACK}; DROP SCHEMA public, pgboss CASCADE; CREATE SCHEMA public`);
  });

  it('keeps its tables, whatever they are called', async () => {
    await run(HOST);
    const before = await namesIn('public');
    expect(await prepare()).toBeNull();
    expect(await namesIn('public')).toEqual(before);
    expect(await run('SELECT name FROM public.contact')).toEqual([{ name: 'theirs' }]);
  });

  it('is refused as the schema of Sluice', async () => {
    await run(`CREATE TABLE import (id int); CREATE TABLE person (id int)`);
    const own = { ...database.config, schema: 'public' };
    await expect(prepare(own)).rejects.toThrow(
      'The schema "public" has tables of another application (import, person). Set SLUICE_SCHEMA',
    );
    await run(HOST.replace('CREATE TABLE import (id serial, role role);', '').replace('20261121000000_init', '1_init'));
    await expect(prepare(own)).rejects.toThrow('The schema "public" has the migrations of another application.');
  });

  it('says in one line what its role lacks, with the SQL that gives it', async () => {
    const { config, role } = await roleWithoutRights();
    const refusal = () => prepare(config).then(String, (error: Error) => error.message);
    const mend = async (line: string) => run(/: ([A-Z][^:]+;)$/.exec(line)?.[1] ?? line);

    const noSchema = await refusal();
    expect(noSchema).toContain(
      `The role ${role} cannot create the schema "sluice". Run as the owner of the database: `,
    );
    await mend(noSchema);
    await run('ALTER SCHEMA sluice OWNER TO CURRENT_USER');
    const notItsOwn = await refusal();
    expect(notItsOwn).toContain(
      `The role ${role} cannot create tables in the schema "sluice". Run as its owner: GRANT`,
    );
    await mend(notItsOwn);
    const noExtension = await refusal();
    expect(noExtension).toMatch(/cannot create the extension pg_trgm\. .*: CREATE EXTENSION pg_trgm SCHEMA public;$/);
    await mend(noExtension);
    const notPublic = await refusal();
    expect(notPublic).toMatch(/cannot use the schema public, .*: GRANT USAGE ON SCHEMA public TO .*;$/);
    await mend(notPublic);
    expect(await refusal()).toBe('null');
    await run(`DROP OWNED BY ${role} CASCADE; DROP ROLE ${role}`);
  });
});

/** A role that may connect and no more. */
async function roleWithoutRights(): Promise<{ readonly role: string; readonly config: DatabaseConfig }> {
  const role = `app_${randomBytes(4).toString('hex')}`;
  await run(`CREATE ROLE ${role} LOGIN PASSWORD 'hush'`);
  await run('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  const url = new URL(database.url);
  url.username = role;
  url.password = 'hush';
  return { role, config: { ...database.config, url: url.href } };
}
