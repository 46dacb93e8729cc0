import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectionConfig } from '../../server/database/connections.ts';
import type { Database } from '../../server/engine/model/context.ts';
import { createDatabase } from '../../server/engine/store/database.ts';
import { retryOnReconnect } from '../../server/jobs/retryOnReconnect.ts';
import { testDatabase } from '../helpers/database.ts';
import { until } from '../helpers/until.ts';

const own = testDatabase();
let pool: pg.Pool;
let database: Database;
/** Outside of the database that goes away. */
let outside: pg.Pool;
const never = new AbortController().signal;

beforeAll(() => {
  pool = new pg.Pool({ ...connectionConfig(own.config, { name: 'test' }), max: 2 });
  pool.on('error', () => {});
  database = createDatabase(pool);
  const url = new URL(own.url);
  url.pathname = '/postgres';
  outside = new pg.Pool({ connectionString: url.href, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await outside.end();
});

async function letIn(allowed: boolean): Promise<void> {
  await outside.query(`ALTER DATABASE "${new URL(own.url).pathname.slice(1)}" ALLOW_CONNECTIONS ${allowed}`);
}

it('does the work anew once a database that went away is back', async () => {
  let begun = 0;
  // The connection that is lost.
  await database.query('SELECT 1');
  const gone = Promise.withResolvers<void>();
  const done = retryOnReconnect(database, never, async () => {
    begun += 1;
    if (begun === 1) {
      await letIn(false);
      await database.query('SELECT pg_terminate_backend(pg_backend_pid())').finally(gone.resolve);
    }
    return database.query('SELECT 7 AS seven');
  });
  const refused = () =>
    pool.query('SELECT 1').then(
      () => false,
      () => true,
    );
  await gone.promise;
  await until(refused, { what: 'the database to go away' });
  expect(begun).toBe(1);
  await letIn(true);
  expect(await done).toEqual([{ seven: 7 }]);
  expect(begun).toBe(2);
});

it('throws at once what is no fault of the environment, and whatever comes of a job that was taken away', async () => {
  let begun = 0;
  const mistake = retryOnReconnect(database, never, async () => {
    begun += 1;
    throw new TypeError('a mistake');
  });
  await expect(mistake).rejects.toThrow('a mistake');
  const taken = retryOnReconnect(database, AbortSignal.abort(), async () => {
    begun += 1;
    throw Object.assign(new Error('the network'), { code: 'ECONNRESET' });
  });
  await expect(taken).rejects.toThrow('the network');
  expect(begun).toBe(2);
});
