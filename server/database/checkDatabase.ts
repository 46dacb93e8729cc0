import pg from 'pg';
import { poolClient } from './connect/pooledClient.ts';
import { requireTlsMode, tlsAdvice } from './connect/tls.ts';
import { createClient, type DatabaseConfig } from './connections.ts';
import { DatabaseError } from './errors.ts';

const oldest = 15;
const answerWithinMs = 5_000;
const silenceMs = 5_000;
const options = { name: 'sluice-check', connectMs: answerWithinMs };
/** What a pooler says that knows the start of a session with settings not. */
const NO_OPTIONS = /unsupported startup parameter/;
const PAST_POOLER = 'Set SLUICE_DIRECT_DATABASE_URL to the URL of Postgres itself, past the pooler.';

interface Found {
  readonly number: string;
  readonly text: string;
  readonly search_path: string;
  /** Of one database of one running server. */
  readonly identity: string;
}

/**
 * Makes sure that a Postgres answers there which Sluice can work with, directly and through the pooler where there is
 * one. Throws DatabaseError otherwise; `owner` is whose database it then says it is.
 */
export async function checkDatabase(database: DatabaseConfig, owner?: string): Promise<void> {
  const { url, poolerUrl, schema } = database;
  const name = owner ?? (poolerUrl === undefined ? 'DATABASE_URL' : 'SLUICE_DIRECT_DATABASE_URL');
  const direct = await find(() => createClient(database, options), url, name);
  if (Number(direct.number) < oldest * 10_000) {
    throw new DatabaseError(`The database of ${name} is Postgres ${direct.text}; Sluice needs ${oldest} or newer.`);
  }
  if (!direct.search_path.startsWith(`"${schema}"`)) {
    throw new DatabaseError(`The database of ${name} is behind a pooler that drops settings. ${PAST_POOLER}`);
  }
  if (poolerUrl === undefined) return;
  const Pooled = poolClient(database, options, silenceMs);
  const pooled = await find(() => new Pooled(), poolerUrl, 'DATABASE_URL');
  if (pooled.identity !== direct.identity) {
    throw new DatabaseError('DATABASE_URL and SLUICE_DIRECT_DATABASE_URL lead to different databases.');
  }
}

async function find(create: () => pg.Client, url: string, owner: string): Promise<Found> {
  requireTlsMode(url, owner);
  const client = created(create, owner);
  client.on('error', () => undefined);
  try {
    await connect(client, owner);
    const { rows } = await client.query<Found>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text,
              current_setting('search_path') AS search_path,
              current_database() || ' ' || pg_postmaster_start_time() AS identity`,
    );
    if (rows[0] === undefined) throw new DatabaseError(`The database of ${owner} does not say what it is.`);
    return rows[0];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** pg reads the files with certificates at once. */
function created(create: () => pg.Client, owner: string): pg.Client {
  try {
    return create();
  } catch (cause) {
    throw new DatabaseError(`A certificate of ${owner} cannot be read: ${reason(cause)}.`, { cause });
  }
}

async function connect(client: pg.Client, owner: string): Promise<void> {
  const where = `${client.host}:${client.port}`;
  try {
    await client.connect();
  } catch (cause) {
    throw new DatabaseError(refusal(cause, `The database of ${owner} (${where})`), { cause });
  }
}

function refusal(cause: unknown, database: string): string {
  const advice = tlsAdvice(cause);
  if (advice !== null) return `${database} cannot be reached with TLS: ${reason(cause)}. ${advice}.`;
  if (!(cause instanceof pg.DatabaseError)) return `${database} does not answer: ${reason(cause)}. Is it running?`;
  const hint = NO_OPTIONS.test(cause.message) ? ` ${PAST_POOLER}` : '';
  return `${database} refuses: ${cause.message}.${hint}`;
}

function reason(cause: unknown): string {
  // Of a name with several addresses, Node reports all failures in one error without a message.
  if (cause instanceof AggregateError) return cause.errors.map(reason).join(', ');
  return cause instanceof Error ? cause.message : String(cause);
}
