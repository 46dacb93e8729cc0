import type { MigrationList } from '@prisma/schema-engine-wasm';
import pg from 'pg';
import { MigrationError } from '../errors.ts';
import { requireKnown, sqlOf } from './history.ts';

/** Where pg-boss had its tables before it shared Sluice's schema. */
const FORMER_JOBS = 'pgboss';
/** Sluice's queues in it, under all names that they had, and pg-boss' own. */
const OUR_QUEUES = '^(plan|longPlan|chunks|lane|finish|undo)(-.*)?$|^deliver$|^__pgboss__';
/** What the connections of a server or worker are called. */
const RUNNING = ['sluice-work', 'sluice-records', 'sluice-controls', 'sluice-jobs', 'sluice-listen'];

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly migrations: MigrationList;
}

/**
 * Moves the tables and types of an earlier version into Sluice's schema, in one transaction, with its history of
 * migrations. Tables that importers of an author's own made stay where they are. Rows, indexes, constraints and foreign
 * keys (those of authors' tables too) stay as they are: Postgres refers to tables by their number.
 *
 * The jobs are not moved: pg-boss has the name of its schema in the text of its functions, and the tables know what is
 * left to do, so that the reconciler sends every job anew.
 */
export async function moveTables(client: pg.Client, { from, to, migrations }: Move): Promise<void> {
  const applied = await requireKnown(client, from, migrations);
  await refuseWhileRunning(client);
  const { tables, types } = namesOf(migrations, applied);
  const name = (object: string) => `${client.escapeIdentifier(from)}.${client.escapeIdentifier(object)}`;
  const target = client.escapeIdentifier(to);
  const moved = [...tables, '_prisma_migrations'];
  await client.query('BEGIN');
  try {
    // All at once: what another session does with one of them is done before, or waits.
    await client.query(`LOCK TABLE ${moved.map(name).join(', ')} IN ACCESS EXCLUSIVE MODE`);
    for (const table of moved) await client.query(`ALTER TABLE ${name(table)} SET SCHEMA ${target}`);
    for (const type of types) await client.query(`ALTER TYPE ${name(type)} SET SCHEMA ${target}`);
    await moveTrigrams(client, from, target);
    await dropFormerJobs(client);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    if (!(cause instanceof pg.DatabaseError)) throw cause;
    throw new MigrationError(
      `The tables of the earlier version cannot be moved from the schema "${from}" to "${to}": ${cause.message}. Nothing was changed.`,
      { cause },
    );
  }
}

/** What the applied migrations have made and not removed since, by the names that it has now. */
function namesOf(migrations: MigrationList, applied: ReadonlySet<string>) {
  const made = { TABLE: new Set<string>(), TYPE: new Set<string>() };
  const statements =
    /^(?:CREATE (TABLE|TYPE) "(\w+)"|DROP (TABLE|TYPE) "(\w+)"|ALTER (TABLE|TYPE) "(\w+)" RENAME TO "(\w+)")/gm;
  for (const migration of migrations.migrationDirectories) {
    if (!applied.has(migration.path)) continue;
    for (const [, created, name, dropped, gone, renamed, before, after] of sqlOf(migration).matchAll(statements)) {
      if (isKind(created)) made[created].add(name ?? '');
      if (isKind(dropped)) made[dropped].delete(gone ?? '');
      if (isKind(renamed)) {
        made[renamed].delete(before ?? '');
        made[renamed].add(after ?? '');
      }
    }
  }
  return { tables: [...made.TABLE], types: [...made.TYPE] };
}

function isKind(word: string | undefined): word is 'TABLE' | 'TYPE' {
  return word === 'TABLE' || word === 'TYPE';
}

/** The earlier version would look for its tables where they were. */
async function refuseWhileRunning(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    'SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = ANY($1)',
    [RUNNING],
  );
  if (rowCount !== 0) {
    throw new MigrationError(
      'The database is still used by servers or workers of an earlier version. Stop them first, then start this one.',
    );
  }
}

/** In `public` it is found as before, and may be in use by others. */
async function moveTrigrams(client: pg.Client, from: string, target: string): Promise<void> {
  if (from === 'public') return;
  const { rowCount } = await client.query(
    `SELECT FROM pg_extension WHERE extname = 'pg_trgm' AND extnamespace = to_regnamespace(quote_ident($1))`,
    [from],
  );
  if (rowCount !== 0) await client.query(`ALTER EXTENSION pg_trgm SET SCHEMA ${target}`);
}

/** A host's pg-boss has the same schema by default: where it has any other queue, all of it stays. */
async function dropFormerJobs(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ ours: boolean }>(`SELECT to_regclass($1) IS NOT NULL AS ours`, [
    `${FORMER_JOBS}.queue`,
  ]);
  if (!rows[0]?.ours) return;
  const { rowCount } = await client.query(`SELECT FROM ${FORMER_JOBS}.queue WHERE name !~ $1 LIMIT 1`, [OUR_QUEUES]);
  if (rowCount === 0) await client.query(`DROP SCHEMA ${FORMER_JOBS} CASCADE`);
}
