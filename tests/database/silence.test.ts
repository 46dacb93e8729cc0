import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { withClient } from '../../server/database/connections.ts';
import { openPools } from '../../server/database/pools.ts';
import { createEngine } from '../../server/engine/createEngine.ts';
import { createDatabase } from '../../server/engine/store/database.ts';
import { createWorkers } from '../../server/jobs/workers.ts';
import { csv, testEngine } from '../helpers/engine.ts';
import { saying } from '../helpers/saying.ts';
import { until } from '../helpers/until.ts';

const SILENCE_MS = 400;
/** An advisory lock, of which nothing else knows. */
const GATE = 7_101;
const engine = testEngine();

/** A line to the database of which all connections so far can fall silent: nothing passes, and none is closed. */
async function line() {
  const target = new URL(engine.url);
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    client.pipe(upstream).pipe(client);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        for (const each of pair) each.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const url = new URL(engine.url);
  url.port = String(port);
  return {
    url: url.href,
    silence() {
      for (const [client, upstream] of pairs) {
        client.unpipe();
        upstream.unpipe();
        // What comes is taken, as a network does, and goes nowhere.
        client.resume();
        upstream.resume();
      }
    },
  };
}

async function openLine() {
  const { url, silence } = await line();
  const pools = openPools({ ...engine.config, url }, { silenceMs: SILENCE_MS, onLost: () => undefined });
  onTestFinished(pools.end);
  return { silence, pools, database: createDatabase(pools.work) };
}

it('a statement whose answer never comes fails like one of a lost connection', async () => {
  const { database, silence } = await openLine();
  const hung = database.transaction(async (tx) => {
    await tx.query('SELECT 1');
    silence();
    await tx.query('SELECT 2');
  });
  await expect(hung).rejects.toMatchObject({ message: expect.stringContaining('went silent') });
  expect(await database.query('SELECT 3 AS three')).toEqual([{ three: 3 }]);
});

it('a statement that rightly takes long, or waits for a lock, is waited for', async () => {
  const { database } = await openLine();
  // A statement that is in progress for longer than the silence that is allowed is what is tested: no condition ends it.
  await expect(database.query('SELECT pg_sleep($1)', [(SILENCE_MS * 5) / 1000])).resolves.toHaveLength(1);
  await withClient(engine.config, { name: 'test' }, async (other) => {
    await other.query('BEGIN');
    await other.query('LOCK TABLE contact IN ACCESS EXCLUSIVE MODE');
    const waiting = database.query('SELECT FROM contact');
    // Again, so that the wait for the lock is longer than the silence that is allowed.
    const done = database.query('SELECT pg_sleep($1)', [(SILENCE_MS * 5) / 1000]);
    await Promise.all([done.then(() => other.query('ROLLBACK')), waiting]);
  });
});

it('an import whose connections fall silent in the middle goes on over others', async () => {
  const { database, silence } = await openLine();
  // The chunk stands still until the line is silent. Shared, so that its two attempts do not wait for each other.
  await engine.pool.query(`
    CREATE FUNCTION at_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_advisory_xact_lock_shared(${GATE}); RETURN NEW; END $$;
    CREATE TRIGGER at_gate BEFORE UPDATE OF status ON import_chunk FOR EACH ROW EXECUTE FUNCTION at_gate()`);
  const keeper = await engine.pool.connect();
  onTestFinished(() => keeper.release(true));
  await keeper.query('SELECT pg_advisory_lock($1)', [GATE]);
  const context = { ...engine.context, database, log: pino({ level: 'silent' }) };
  const workers = createWorkers(engine.boss, context);
  const id = await createEngine(engine.context).startImport('test', {
    ...{ projectId: 'demo', importer: 'people', mode: 'ASYNC' },
    source: csv(['Ada', '+12025550101', 'ada@example.com']),
  });
  await workers.start();
  onTestFinished(workers.stop);
  const isAtGate = async () => {
    const { rowCount } = await engine.pool.query(
      `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database AND datname = current_database()
        WHERE locktype = 'advisory' AND objid = $1 AND NOT granted`,
      [GATE],
    );
    return rowCount !== 0;
  };
  await until(isAtGate, { what: 'the chunk at the gate' });
  silence();
  await keeper.query('SELECT pg_advisory_unlock($1)', [GATE]);
  expect(await engine.ended(id)).toMatchObject({ status: 'COMPLETED' });
  const { rows } = await engine.pool.query('SELECT attempts FROM import_chunk WHERE import_id = $1', [id]);
  expect(rows[0].attempts).toMatchObject([{ error: saying('went silent') }]);
});
