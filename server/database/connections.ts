// Every connection to Postgres is made from what is said here, so that all sessions are alike, whatever the defaults of
// a server, a database (ALTER DATABASE ... SET) or a role are. tests/architecture.test.ts sees to it.
//
// The settings travel in the connection's own start (`options`, as libpq has it): no statement can come before them,
// and Prisma, pg-boss and every pool take them over with the URL. What the URL gives itself (a search_path, say) stays.

import pg from 'pg';

/** A network that swallows packets is asked from here on whether the other end is still there, in ms. */
const KEEP_ALIVE_MS = 10_000;
/** How long a connection may take to come about, in ms. */
export const CONNECT_MS = 10_000;

/** Settings of Postgres by name. */
type Settings = Readonly<Record<string, string>>;

/** Settings whose foreign defaults would change values in transit or the time limits of statements. */
const SESSION: Settings = {
  // Prisma's adapter takes a time's digits and drops its offset.
  TimeZone: 'UTC',
  DateStyle: 'ISO,MDY',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  // The fence and the locks of the engine are thought for it; under a stricter one chunks would fail of each other.
  default_transaction_isolation: 'read committed',
  // The callers set limits according to their use.
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
};

export interface ConnectionOptions {
  /** What Postgres shows the connection as, such as "sluice". */
  readonly name: string;
  /** Settings beside those that all sessions have. */
  readonly settings?: Settings;
  /** How long the connection may take to come about, in ms; 10 s. */
  readonly connectMs?: number;
  /** How long a statement is waited for, in ms: for those that are short for certain; without end where absent. */
  readonly answerMs?: number;
}

export interface ConnectionConfig {
  readonly connectionString: string;
  readonly application_name: string;
  readonly connectionTimeoutMillis: number;
  readonly query_timeout?: number;
  readonly keepAlive: true;
  readonly keepAliveInitialDelayMillis: number;
}

/** How a client, or each client of a pool, connects to the database. */
export function connectionConfig(databaseUrl: string, options: ConnectionOptions): ConnectionConfig {
  return {
    connectionString: sessionUrl(databaseUrl, options.settings),
    application_name: options.name,
    connectionTimeoutMillis: options.connectMs ?? CONNECT_MS,
    ...(options.answerMs === undefined ? {} : { query_timeout: options.answerMs }),
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  };
}

/** A client that is not connected yet. */
export function createClient(databaseUrl: string, options: ConnectionOptions): pg.Client {
  return new pg.Client(connectionConfig(databaseUrl, options));
}

/** Does the work on a connection of its own, which ends with it. */
export async function withClient<T>(
  databaseUrl: string,
  options: ConnectionOptions,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = createClient(databaseUrl, options);
  // What breaks it fails the statement too; without a listener it would take the process down between two.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    // A lock that it holds ends too, whatever state the work left it in.
    await client.end();
  }
}

/** The URL with the settings of a session in it. */
function sessionUrl(databaseUrl: string, settings: Settings = {}): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get('options');
  const ours = Object.entries({ ...SESSION, ...settings }).map(([name, value]) => `-c ${name}=${escaped(value)}`);
  // Of two values for one setting the later one holds.
  url.searchParams.set('options', [...(given ? [given] : []), ...ours].join(' '));
  return url.href;
}

/** Postgres splits `options` at spaces. */
function escaped(value: string): string {
  return value.replace(/[\\\s]/g, '\\$&');
}
