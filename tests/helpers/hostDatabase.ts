import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import '../setup/provided.ts';

/** The tables of an application, called as Sluice's own are, with one that is to be imported into. */
const TABLES = `
  CREATE TYPE role AS ENUM ('OWNER');
  CREATE TABLE import (id serial PRIMARY KEY, role role NOT NULL DEFAULT 'OWNER');
  CREATE TABLE project (id serial PRIMARY KEY, name text);
  CREATE TABLE contact (id serial PRIMARY KEY, name text);
  CREATE TABLE account (id serial PRIMARY KEY, owner text);
  CREATE TABLE session (id serial PRIMARY KEY, token text);
  CREATE TABLE job (id serial PRIMARY KEY, title text);
  CREATE TABLE _prisma_migrations (id text PRIMARY KEY, checksum text NOT NULL, migration_name text NOT NULL,
    finished_at timestamptz, rolled_back_at timestamptz);
  INSERT INTO import DEFAULT VALUES;
  INSERT INTO project (name) VALUES ('theirs');
  INSERT INTO contact (name) VALUES ('theirs');
  INSERT INTO account (owner) VALUES ('theirs');
  INSERT INTO session (token) VALUES ('theirs');
  INSERT INTO job (title) VALUES ('theirs');
  INSERT INTO _prisma_migrations VALUES ('1', 'abc', '20250101000000_init', now(), NULL);
  CREATE TABLE product (id uuid PRIMARY KEY, project_id text NOT NULL, sku text NOT NULL, price numeric(10,2),
    UNIQUE (project_id, sku));`;

export interface HostDatabase {
  /** As a superuser. */
  readonly pool: pg.Pool;
  /** For the role that owns Sluice's schema and has rights on the target table. */
  readonly url: string;
  /** Everything in the host's own tables. */
  dump(): Promise<unknown>;
}

/** The database of an application and a role for Sluice, made by the statements of the guide. */
export async function hostDatabase(grants: (role: string) => string): Promise<HostDatabase> {
  const { adminUrl } = inject('cluster');
  const [name, role] = [`host_${randomBytes(5).toString('hex')}`, `app_${randomBytes(5).toString('hex')}`];
  const admin = new pg.Pool({ connectionString: adminUrl, max: 1 });
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  await pool.query(TABLES);
  await pool.query(grants(role));
  onTestFinished(async () => {
    await pool.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.query(`DROP ROLE ${role}`);
    await admin.end();
  });
  url.username = role;
  url.password = 'hush';
  return { pool, url: url.href, dump: () => dump(pool) };
}

async function dump(pool: pg.Pool): Promise<unknown> {
  const { rows } = await pool.query<{ name: string; xml: string }>(
    `SELECT relname AS name, query_to_xml('SELECT * FROM public.' || quote_ident(relname), true, false, '')::text AS xml
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'product' ORDER BY 1`,
  );
  return rows;
}
