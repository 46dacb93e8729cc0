import { createHash } from 'node:crypto';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import type pg from 'pg';
import { type DatabaseConfig, withClient } from '../connections.ts';
import { MigrationError } from '../errors.ts';

interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

/** Whose migrations a schema holds: Sluice's own, another application's, or none. */
export async function readHistory(
  client: pg.Client,
  schema: string,
  migrations: MigrationList,
): Promise<'ours' | 'foreign' | 'none'> {
  const applied = await readApplied(client, schema);
  if (applied === null) return 'none';
  // A first migration that was edited is ours nonetheless; the schema engine says so.
  return applied.length === 0 || applied.some(({ name }) => name === firstOf(migrations).path) ? 'ours' : 'foreign';
}

/**
 * The schema in which a version before schemas made its tables: the one that the URL, the role and the database would
 * have it use. It is recognised by Sluice's first migration, with its content, since a host's own Prisma has a table of
 * the same name. Null where there is none.
 */
export async function findFormerSchema(
  client: pg.Client,
  database: DatabaseConfig,
  migrations: MigrationList,
): Promise<string | null> {
  for (const schema of await givenSchemas(database)) {
    if (schema === database.schema) continue;
    const applied = (await readApplied(client, schema)) ?? [];
    const first = firstOf(migrations);
    if (applied.some(({ name, checksum }) => name === first.path && checksum === checksumOf(first))) return schema;
  }
  return null;
}

/** The names of the migrations that a schema of ours took. Throws MigrationError where one is unknown or half done. */
export async function requireKnown(
  client: pg.Client,
  schema: string,
  migrations: MigrationList,
): Promise<ReadonlySet<string>> {
  const history = client.escapeIdentifier(schema);
  const { rows } = await client.query<{ name: string; done: boolean }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS done FROM ${history}._prisma_migrations
      WHERE rolled_back_at IS NULL`,
  );
  const half = rows.find(({ done }) => !done);
  if (half) {
    throw new MigrationError(
      `Migration ${half.name} failed earlier and was left half done. Restore the database first.`,
    );
  }
  const known = new Set(migrations.migrationDirectories.map(({ path }) => path));
  const unknown = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) {
    throw new MigrationError(
      `The database was migrated by a newer version of Sluice (${unknown.join(', ')}). Start that version, or use another database.`,
    );
  }
  return new Set(rows.map(({ name }) => name));
}

/** The schemas that a session has which says nothing of them itself. */
function givenSchemas(database: DatabaseConfig): Promise<readonly string[]> {
  return withClient(database, { name: 'sluice-migrate', findsOwnSchema: false }, async (client) => {
    const { rows } = await client.query<{ schemas: string[] }>('SELECT current_schemas(false)::text[] AS schemas');
    return rows[0]?.schemas ?? [];
  });
}

/** Null where there is no such table, or one that is not for this role to read. */
async function readApplied(client: pg.Client, schema: string): Promise<readonly AppliedMigration[] | null> {
  const table = `${client.escapeIdentifier(schema)}._prisma_migrations`;
  const { rows } = await client.query<{ readable: boolean | null }>(
    `SELECT has_table_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE') AS readable
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND c.relname = '_prisma_migrations'`,
    [schema],
  );
  if (!rows[0]?.readable) return null;
  const found = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum FROM ${table} WHERE rolled_back_at IS NULL`,
  );
  return found.rows;
}

type Migration = MigrationList['migrationDirectories'][number];

function firstOf(migrations: MigrationList): Migration {
  const [first] = migrations.migrationDirectories;
  if (first === undefined) throw new Error('There are no migrations.');
  return first;
}

/** The SQL of a migration. */
export function sqlOf({ migrationFile: { content } }: Migration): string {
  return content.tag === 'ok' ? content.value : '';
}

/** As Prisma keeps it beside the migration's name. */
function checksumOf(migration: Migration): string {
  return createHash('sha256').update(sqlOf(migration)).digest('hex');
}
