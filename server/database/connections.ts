// Every connection to Postgres is made from what is said here, so that all sessions are alike, whatever the defaults of
// a server, a database (ALTER DATABASE ... SET) or a role are. tests/architecture.test.ts sees to it.
//
// The settings travel in the connection's own start (`options`, as libpq has it): no statement can come before them,
// and Prisma, pg-boss and every pool take them over with the URL. What the URL gives beside them stays.
//
// Sluice's SQL names its tables without a schema and finds them by the search_path, which begins with Sluice's own
// schema. Behind it come the schemas that the URL names, or `public`: there are the tables of the application beside
// which Sluice works. See docs/decisions/database/own-schema.md.

import pg from 'pg';
import { withLibpqTls } from './connect/tls.ts';

/** A network that swallows packets is asked from here on whether the other end is still there, in ms. */
const KEEP_ALIVE_MS = 10_000;
/** How long a connection may take to come about, in ms. */
export const CONNECT_MS = 10_000;

/** How this process reaches its database, and where in it Sluice's own tables are. */
export interface DatabaseConfig {
  /** Leads to Postgres itself. */
  readonly url: string;
  /** Leads to it through a pooler in transaction mode, for all that needs no session; see pooledClient.ts. */
  readonly poolerUrl?: string;
  readonly schema: string;
}

/** The schema of pg-boss' tables: Sluice's own, and never one that is shared with other applications. */
export function jobsSchemaOf({ schema }: DatabaseConfig): string {
  return schema === 'public' ? 'pgboss' : schema;
}

/** Settings of Postgres by name. */
export type Settings = Readonly<Record<string, string>>;

interface SearchPath {
  readonly search_path: string;
}

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
  // The cursor check and the locks of the engine are thought for it; under a stricter one chunks would fail of each
  // other.
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
  /** False for a session that finds tables as the URL, the role and the database say, and not Sluice's first. */
  readonly findsOwnSchema?: boolean;
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
export function connectionConfig(database: DatabaseConfig, options: ConnectionOptions): ConnectionConfig {
  return {
    connectionString: sessionUrl(database, options),
    application_name: options.name,
    connectionTimeoutMillis: options.connectMs ?? CONNECT_MS,
    ...(options.answerMs === undefined ? {} : { query_timeout: options.answerMs }),
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  };
}

/** A client that is not connected yet. */
export function createClient(database: DatabaseConfig, options: ConnectionOptions): pg.Client {
  return new pg.Client(connectionConfig(database, options));
}

/** Does the work on a connection of its own, which ends with it. */
export async function withClient<T>(
  database: DatabaseConfig,
  options: ConnectionOptions,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = createClient(database, options);
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
function sessionUrl(database: DatabaseConfig, { settings, findsOwnSchema = true }: ConnectionOptions): string {
  const url = withLibpqTls(database.url);
  const given = url.searchParams.get('options') ?? '';
  const { search_path, ...others } = settingsOf(database.schema, given, settings);
  const ours = Object.entries(findsOwnSchema ? { search_path, ...others } : others).map(
    ([name, value]) => `-c ${name}=${escaped(value)}`,
  );
  // Of two values for one setting the later one holds.
  url.searchParams.set('options', [...(given ? [given] : []), ...ours].join(' '));
  return url.href;
}

/** The settings of a session that finds Sluice's tables first. `options` are those of the URL. */
export function settingsOf(schema: string, options: string, settings: Settings = {}): Settings & SearchPath {
  return { ...SESSION, search_path: searchPathOf(schema, options), ...settings };
}

/** Sluice's schema, then those that the options of a URL name. */
function searchPathOf(schema: string, options: string): string {
  const given = [...options.matchAll(/(?:^|\s)(?:-c\s*|--)search_path=((?:\\.|[^\s\\])+)/g)].at(-1)?.[1];
  return `"${schema}",${given?.replace(/\\(.)/g, '$1') ?? 'public'}`;
}

/** Postgres splits `options` at spaces. */
function escaped(value: string): string {
  return value.replace(/[\\\s]/g, '\\$&');
}
