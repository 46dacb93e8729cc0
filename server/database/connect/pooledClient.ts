// A pooler in transaction mode (PgBouncer, Supavisor, RDS Proxy ...) lends a session of Postgres for a transaction, and
// the next one may come to another session. What breaks of it, measured with PgBouncer 1.18:
//
// - the start of a connection with `options` is refused, and a SET would be met by other clients: so the settings of a
//   session are set with SET LOCAL, in the message that begins each transaction. A single statement gets a transaction of
//   its own, which costs two more messages.
// - prepared statements with a name are those of another session: their name is taken off.
// - Postgres' number of the session is the pooler's invention: a silent connection is looked up by a name of its own.
// - LISTEN, advisory locks of a session and migrations go to Postgres itself, over DatabaseConfig.url.
//
// Without a pooler none of this is used: see docs/decisions/database/poolers.md.

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { CONNECT_MS, type ConnectionOptions, type DatabaseConfig, settingsOf } from '../connections.ts';
import { withLibpqTls } from './tls.ts';
import { isSessionWorking, watchedClient, watchSilence } from './watchedClient.ts';

/** The pooler's own limit for the wait for a session is 120 s (PgBouncer's query_wait_timeout); then it closes. */
const POOLER_WAIT_MS = 150_000;

/** What cannot be in a transaction. */
const OUTSIDE = /^\s*(VACUUM|(CREATE|DROP)\s+(UNIQUE\s+)?INDEX\s+CONCURRENTLY|REINDEX\s.*CONCURRENTLY)\b/i;
const PLAIN_BEGIN = /^BEGIN;?$/i;

/** The client for the pools of a process: direct, or through the pooler. */
export function poolClient(database: DatabaseConfig, options: ConnectionOptions, silenceMs: number): typeof pg.Client {
  const { poolerUrl } = database;
  if (poolerUrl === undefined) return watchedClient(database, silenceMs);
  return pooledClient(database, poolerUrl, options, silenceMs);
}

type Statement = pg.QueryConfig | string;
type Send = (statement: Statement, values?: unknown[]) => Promise<pg.QueryResult>;
type Callback = (error: unknown, result?: pg.QueryResult) => void;

function pooledClient(
  database: DatabaseConfig,
  poolerUrl: string,
  options: ConnectionOptions,
  silenceMs: number,
): typeof pg.Client {
  const { connectionString, begin } = poolerSession(database.schema, poolerUrl, options);
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super({ ...(typeof config === 'string' ? {} : config), connectionString, connectionTimeoutMillis: CONNECT_MS });
      const name = `${options.name}-${randomBytes(4).toString('hex')}`;
      const send = super.query.bind(this);
      const transactions = createTransactions(this, send, `${begin} SET LOCAL application_name = '${name}'`);
      // One function for pg's many forms of a call: of them, a pool, Prisma and pg-boss use these.
      const query = (statement: Statement | pg.Submittable, values?: unknown[] | Callback, callback?: Callback) => {
        if (typeof statement !== 'string' && 'submit' in statement) return send(statement);
        const done = typeof values === 'function' ? values : callback;
        const result = transactions.run(withoutName(statement), typeof values === 'function' ? undefined : values);
        return done ? void result.then((found) => done(null, found), done) : result;
      };
      this.query = query as typeof this.query;
      const isWorking = () => transactions.isWaiting() || isSessionWorking(database, 'application_name', name);
      watchSilence(this, silenceMs, async () => isWorking());
    }
  };
}

/** How a client comes to the pooler, and what begins each transaction. */
function poolerSession(schema: string, poolerUrl: string, options: ConnectionOptions) {
  const url = withLibpqTls(poolerUrl);
  const given = url.searchParams.get('options') ?? '';
  url.searchParams.delete('options');
  const { search_path, default_transaction_isolation, ...others } = settingsOf(schema, given, options.settings);
  const names = search_path.split(',').map((name) => pg.escapeIdentifier(name.trim().replace(/^"(.*)"$/, '$1')));
  const set = Object.entries(others).map(([name, value]) => `SET LOCAL ${name} = ${pg.escapeLiteral(value)};`);
  return {
    connectionString: url.href,
    begin: [
      `BEGIN ISOLATION LEVEL ${default_transaction_isolation};`,
      `SET LOCAL search_path = ${names.join(', ')};`,
      ...set,
    ].join(' '),
  };
}

function withoutName(statement: Statement): Statement {
  if (typeof statement === 'string') return statement;
  const { name: _ofAnotherSession, ...unnamed } = statement;
  return unnamed;
}

/** Gives each statement of a client a transaction that begins with `begin`, unless it stands in one. */
function createTransactions(client: pg.Client, send: Send, begin: string) {
  let last: Promise<unknown> = Promise.resolve();
  let waitsSince: number | null = null;
  const isOpen = () => client.getTransactionStatus() !== 'I';

  async function open(): Promise<pg.QueryResult> {
    waitsSince = performance.now();
    try {
      return await send(begin);
    } finally {
      waitsSince = null;
    }
  }

  async function runNow(statement: Statement, values?: unknown[]): Promise<pg.QueryResult> {
    const text = typeof statement === 'string' ? statement : statement.text;
    if (isOpen() || OUTSIDE.test(text)) return send(statement, values);
    if (PLAIN_BEGIN.test(text.trim())) return open();
    await open();
    try {
      const result = await send(statement, values);
      // A script of pg-boss has ended its transaction, and so this one.
      if (isOpen()) await send('COMMIT');
      return result;
    } catch (error) {
      if (isOpen()) await send('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  return {
    /** One after the other, since each is several messages. */
    run(statement: Statement, values?: unknown[]): Promise<pg.QueryResult> {
      const result = last.then(() => runNow(statement, values));
      last = result.catch(() => undefined);
      return result;
    },
    /** The pooler has no session free, and closes the connection if that takes too long. */
    isWaiting: () => waitsSince !== null && performance.now() - waitsSince < POOLER_WAIT_MS,
  };
}
