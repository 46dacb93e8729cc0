import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { connectionConfig, type DatabaseConfig } from '../../server/database/connections.ts';
import '../setup/provided.ts';
import { until } from './until.ts';

/** A database of a test file's own, with all migrations applied and nothing in it. */
export interface TestDatabase {
  readonly url: string;
  /** How Sluice uses it. */
  readonly config: DatabaseConfig;
  /** For the test's own queries. What is tested opens its own connections from `url`, and closes them. */
  readonly pool: pg.Pool;
}

const ownName = 'test';

/** Where Sluice has its tables unless it is told otherwise. */
export const SCHEMA = 'sluice';

/**
 * Call at the top of a test file (or of a describe): clones the template before its tests and drops the clone after
 * them. Fails when connections other than those of `pool` are still open then: somebody forgot to close them.
 * Its members may be used inside tests and hooks only.
 */
export function testDatabase(): TestDatabase {
  let made: TestDatabase | undefined;
  const database = () => {
    if (made === undefined) throw new Error('The test database is there within tests and hooks only.');
    return made;
  };
  beforeAll(async () => {
    made = await cloneDatabase();
  });
  afterAll(async () => {
    if (made !== undefined) await dropDatabase(made);
  });
  return {
    get url() {
      return database().url;
    },
    get config() {
      return database().config;
    },
    get pool() {
      return database().pool;
    },
  };
}

/** A fresh clone of the migrated template. Whoever asks drops it. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject('cluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const config = { url: url.href, schema: SCHEMA };
  const pool = new pg.Pool({ ...connectionConfig(config, { name: ownName }), max: 10 });
  // A connection may break while idle when a test has Postgres cut it.
  pool.on('error', () => undefined);
  return { url: url.href, config, pool };
}

/** Drops a clone; fails when connections to it are still open. */
export async function dropDatabase({ url, pool }: TestDatabase): Promise<void> {
  await pool.end();
  const name = new URL(url).pathname.slice(1);
  await asAdmin(async (admin) => {
    try {
      await failOnLeaks(admin, name);
    } finally {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  });
}

/** A connection that is closed takes the server a moment to forget, so only one that stays is a leak. */
async function failOnLeaks(admin: pg.Client, name: string): Promise<void> {
  let left: string[] = [];
  const none = async () => {
    left = await connections(admin, name);
    return left.length === 0;
  };
  await until(none, { what: 'connections to be closed' }).catch((cause: unknown) => {
    throw new Error(`Connections were left open after the tests:\n${left.join('\n')}`, { cause });
  });
}

async function connections(admin: pg.Client, name: string): Promise<string[]> {
  const { rows } = await admin.query<{ line: string }>(
    `SELECT coalesce(nullif(application_name, ''), 'unnamed') || ': ' || state || ', last: ' || left(query, 200) AS line
       FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend' AND application_name <> $2`,
    [name, ownName],
  );
  return rows.map((row) => row.line);
}

async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: inject('cluster').adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
