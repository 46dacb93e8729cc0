import { createClient } from 'graphql-sse';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { DatabaseConfig } from '../../server/database/connections.ts';
import { freePort } from '../../server/database/freePort.ts';
import { openPools, type Pools } from '../../server/database/pools.ts';
import { createDatabase } from '../../server/engine/store/database.ts';
import { testDatabase } from '../helpers/database.ts';
import { type Pooler, pgbouncer, startPgbouncer } from '../helpers/pgbouncer.ts';
import { dataFolder, runSluice } from '../helpers/sluiceProcess.ts';
import { expectRefusal } from '../helpers/sluiceServer.ts';

const SILENCE_MS = 400;
const ROWS = 3_000;
const apiKey = 'slk_a-key-behind-a-pooler';

// biome-ignore lint/suspicious/noExplicitAny: each test knows what it has asked for.
async function ask(url: string, query: string, variables: object = {}): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  return data;
}

interface Snapshot {
  readonly status: string;
  readonly counts: Readonly<Record<'created' | 'failed' | 'pending', number>>;
}

/** What the viewer of an import is shown until it rests. */
async function watch(url: string, id: string): Promise<Snapshot[]> {
  const client = createClient({ url: `${url}/graphql`, headers: { authorization: `Bearer ${apiKey}` } });
  const query = `subscription ($id: ID!) { importProgress(id: $id) { status counts { created failed pending } } }`;
  const seen: Snapshot[] = [];
  for await (const { data } of client.iterate<{ importProgress: Snapshot }>({ query, variables: { id } })) {
    if (data) seen.push(data.importProgress);
  }
  client.dispose();
  return seen;
}

const people = Array.from({ length: ROWS }, (_, n) => ({
  Email: n % 1_000 === 500 ? 'nobody' : `person-${n}@example.com`,
}));

if (pgbouncer === null) process.stderr.write('PgBouncer is not installed: the tests of poolers are skipped.\n');

describe.skipIf(pgbouncer === null)('behind PgBouncer in transaction mode', () => {
  const database = testDatabase();
  let pooler: Pooler;
  let config: DatabaseConfig;
  beforeAll(async () => {
    pooler = await startPgbouncer(pgbouncer ?? '', database.url);
    config = { ...database.config, poolerUrl: pooler.through(database.url) };
  });
  afterAll(() => pooler.stop());

  async function serve() {
    const port = await freePort();
    const server = runSluice('serve', {
      ...{ DATABASE_URL: config.poolerUrl ?? '', SLUICE_DIRECT_DATABASE_URL: database.url, PORT: String(port) },
      ...{ SLUICE_DATA_DIR: await dataFolder(), SLUICE_ADMIN_API_KEY: apiKey, SLUICE_LOG_LEVEL: 'warn' },
    });
    onTestFinished(async () => {
      server.signal('SIGTERM');
      expect(await server.ended()).toBe(0);
    });
    await server.ready();
    return { server, url: `http://127.0.0.1:${port}` };
  }

  it('imports with live progress, retries a corrected row, and undoes it all', async () => {
    const { server, url } = await serve();
    const { startImport } = await ask(
      url,
      'mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { data { id } } } }',
      { input: { projectId: 'demo', importer: 'contacts', mode: 'ASYNC', chunkSize: 100, source: { rows: people } } },
    );
    const { id } = startImport.data;
    const seen = await watch(url, id);
    expect(seen.at(-1)).toEqual({
      status: 'COMPLETED_WITH_ERRORS',
      counts: { created: ROWS - 3, failed: 3, pending: 0 },
    });
    // More than the first and the last: each chunk is heard of.
    expect(seen.length).toBeGreaterThan(2);

    const corrections = [{ rowNumber: 501, values: { Email: 'ada@example.com' } }];
    await ask(
      url,
      'mutation ($input: RetryFailedRowsInput!) { retryFailedRows(input: $input) { ... on ImportActionSuccess { data { id } } } }',
      { input: { importId: id, corrections } },
    );
    expect((await watch(url, id)).at(-1)?.counts).toEqual({ created: ROWS - 2, failed: 2, pending: 0 });

    await ask(url, 'mutation ($id: ID!) { undoImport(id: $id) { ... on ImportActionSuccess { data { id } } } }', {
      id,
    });
    expect((await watch(url, id)).at(-1)?.status).toBe('UNDONE');
    const { rows: left } = await database.pool.query(`SELECT FROM contact WHERE email LIKE 'person-%'`);
    expect(left).toEqual([]);
    expect(server.output() + server.complaints()).not.toMatch(/"level":(40|50|60)/);
  });

  it('leaves nothing of its settings to other clients', async () => {
    const { work } = pools();
    await work.query('SELECT 1');
    const other = new pg.Pool({ connectionString: config.poolerUrl, max: 6 });
    const found = await Promise.all(
      Array.from({ length: 6 }, () =>
        other.query(`SELECT current_setting('search_path') || current_setting('lock_timeout') AS set`),
      ),
    );
    await other.end();
    expect(new Set(found.map(({ rows }) => rows[0].set))).toEqual(new Set(['"$user", public0']));
  });

  it('has the settings of its pools in every statement and transaction', async () => {
    const { work, controls } = pools();
    const SHOW = `SELECT current_setting('search_path') AS path, current_setting('lock_timeout') AS lock,
      current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS statement`;
    const own = { path: 'sluice, public', zone: 'UTC' };
    const statements = await Promise.all(Array.from({ length: 20 }, () => controls.query(SHOW)));
    for (const { rows } of statements) expect(rows).toEqual([{ ...own, lock: '5s', statement: '1min' }]);
    const inTransaction = await createDatabase(work).transaction(async (tx) => {
      // As the undo does, before any query.
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return Promise.all([tx.query(SHOW), tx.query(`SELECT current_setting('transaction_isolation') AS level`)]);
    });
    expect(inTransaction).toEqual([[{ ...own, lock: '30s', statement: '0' }], [{ level: 'repeatable read' }]]);
  });

  it('fails only the statement that fails, and goes on', async () => {
    const { controls } = pools();
    await expect(controls.query('SELECT 1 / 0')).rejects.toThrow('division by zero');
    const failing = createDatabase(controls).transaction(async (tx) => {
      await tx.query(`INSERT INTO project (id, name) VALUES ('rolled-back', 'R')`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await controls.query(`SELECT FROM project WHERE id = 'rolled-back'`)).rowCount).toBe(0);
  });

  it('waits for a statement that rightly takes long, though the pooler has made up the number of its session', async () => {
    const { work } = pools();
    // A statement that is in progress for longer than the silence that is allowed is what is tested: no condition ends it.
    await expect(work.query('SELECT pg_sleep($1)', [(SILENCE_MS * 5) / 1000])).resolves.toBeDefined();
  });

  it('refuses to start without a way past the pooler, and says which variable gives it', async () => {
    const started = runSluice('serve', {
      ...{ DATABASE_URL: config.poolerUrl ?? '', SLUICE_DATA_DIR: await dataFolder(), PORT: String(await freePort()) },
    });
    await expectRefusal(started, /unsupported startup parameter: options\. Set SLUICE_DIRECT_DATABASE_URL/);
    const elsewhere = new URL(database.url);
    elsewhere.pathname = '/postgres';
    const crossed = runSluice('serve', {
      ...{ DATABASE_URL: config.poolerUrl ?? '', SLUICE_DATA_DIR: await dataFolder(), PORT: String(await freePort()) },
      SLUICE_DIRECT_DATABASE_URL: elsewhere.href,
    });
    await expectRefusal(crossed, /DATABASE_URL and SLUICE_DIRECT_DATABASE_URL lead to different databases\.$/);
  });

  function pools(): Pools {
    const opened = openPools(config, { silenceMs: SILENCE_MS, onLost: () => undefined });
    onTestFinished(opened.end);
    return opened;
  }
});
