import type { MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import type { DatabaseConfig } from '../connections.ts';
import { MigrationError } from '../errors.ts';
import { findFormerSchema, readHistory } from './history.ts';
import { moveTables } from './moveTables.ts';

/** Postgres' code for what a role may not do. */
const FORBIDDEN = '42501';
/** So many names of foreign tables say whose schema it is. */
const NAMED_TABLES = 3;

/**
 * Makes sure that the schema is there for the migrations: of an earlier version, its tables are moved into it;
 * otherwise it is made, or found empty. Returns the schema from which tables were moved, or null. Throws MigrationError
 * with one line that says what the role lacks, or whose tables are in the way.
 */
export async function prepareSchema(
  client: pg.Client,
  database: DatabaseConfig,
  migrations: MigrationList,
): Promise<string | null> {
  const { schema } = database;
  const own = await readHistory(client, schema, migrations);
  if (own === 'ours') return null;
  if (own === 'foreign') {
    throw new MigrationError(
      `The schema "${schema}" has the migrations of another application. Set SLUICE_SCHEMA to a schema for Sluice alone.`,
    );
  }
  const former = await findFormerSchema(client, database, migrations);
  await makeSchema(client, schema);
  await refuseTables(client, schema);
  if (former !== null) await moveTables(client, { from: former, to: schema, migrations });
  await makeTrigrams(client, schema);
  if (former === null) await makeHistory(client, schema);
  return former;
}

async function makeSchema(client: pg.Client, schema: string): Promise<void> {
  // Not IF NOT EXISTS, which asks for the right to make schemas even where there is nothing to make.
  const { rows } = await client.query<{ usable: boolean }>(
    `SELECT has_schema_privilege(oid, 'USAGE') AND has_schema_privilege(oid, 'CREATE') AS usable
       FROM pg_namespace WHERE nspname = $1`,
    [schema],
  );
  if (rows[0]?.usable) return;
  const [name, role] = [client.escapeIdentifier(schema), await roleOf(client)];
  if (rows[0]) {
    throw new MigrationError(
      `The role ${role} cannot create tables in the schema ${name}. Run as its owner: GRANT USAGE, CREATE ON SCHEMA ${name} TO ${role};`,
    );
  }
  await permitted(client.query(`CREATE SCHEMA ${name}`), () => {
    const statement = `CREATE SCHEMA ${name} AUTHORIZATION ${role};`;
    return `The role ${role} cannot create the schema ${name}. Run as the owner of the database: ${statement}`;
  });
}

/** Only tables: what an extension or an administrator has added there does not interfere. */
async function refuseTables(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c
      WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1) AND relkind IN ('r', 'p', 'v', 'm', 'f')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = c.oid AND classid = 'pg_class'::regclass AND deptype = 'e')
      ORDER BY 1`,
    [schema],
  );
  if (rows.length === 0) return;
  const names = rows.slice(0, NAMED_TABLES).map(({ name }) => name);
  throw new MigrationError(
    `The schema "${schema}" has tables of another application (${names.join(', ')}${rows.length > NAMED_TABLES ? ', …' : ''}). Set SLUICE_SCHEMA to a schema for Sluice alone.`,
  );
}

/**
 * pg_trgm compares names of venues and organizers. It comes with Postgres, and may be in any schema that is searched.
 */
async function makeTrigrams(client: pg.Client, schema: string): Promise<void> {
  const role = await roleOf(client);
  const { rows } = await client.query<{ schema: string; found: boolean; usable: boolean }>(
    `SELECT extnamespace::regnamespace::text AS schema, to_regtype('gtrgm') IS NOT NULL AS found,
            has_schema_privilege(extnamespace, 'USAGE') AS usable
       FROM pg_extension WHERE extname = 'pg_trgm'`,
  );
  if (rows[0]?.found) return;
  if (rows[0] && !rows[0].usable) {
    throw new MigrationError(
      `The role ${role} cannot use the schema ${rows[0].schema}, which has the extension pg_trgm. Run as its owner: GRANT USAGE ON SCHEMA ${rows[0].schema} TO ${role};`,
    );
  }
  if (rows[0]) {
    throw new MigrationError(
      `The extension pg_trgm is in the schema ${rows[0].schema}, where Sluice does not look. Add to DATABASE_URL: ?options=-c%20search_path%3Dpublic,${encodeURIComponent(rows[0].schema)}`,
    );
  }
  // An extension is there once in a database: in public, others find it too.
  const { rows: shared } = await client.query<{ usable: boolean }>(
    `SELECT coalesce(has_schema_privilege(to_regnamespace('public'), 'CREATE'), false) AS usable`,
  );
  const place = shared[0]?.usable ? 'public' : client.escapeIdentifier(schema);
  await permitted(client.query(`CREATE EXTENSION pg_trgm SCHEMA ${place}`), () => {
    const statement = 'CREATE EXTENSION pg_trgm SCHEMA public;';
    return `The role ${role} cannot create the extension pg_trgm. Run as the owner of the database: ${statement}`;
  });
}

/**
 * Prisma's own table, as its schema engine makes it. The engine looks for it by the search_path, where it would find
 * the one of a host's Prisma.
 */
async function makeHistory(client: pg.Client, schema: string): Promise<void> {
  await client.query(
    `CREATE TABLE ${client.escapeIdentifier(schema)}._prisma_migrations (
       id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
       migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
       started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`,
  );
}

async function roleOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ role: string }>('SELECT quote_ident(current_user) AS role');
  return rows[0]?.role ?? '';
}

async function permitted(statement: Promise<unknown>, otherwise: () => string): Promise<void> {
  try {
    await statement;
  } catch (cause) {
    if (!(cause instanceof pg.DatabaseError) || cause.code !== FORBIDDEN) throw cause;
    throw new MigrationError(otherwise(), { cause });
  }
}
