import pg from 'pg';
import { createClient, type DatabaseConfig } from './connections.ts';
import { DatabaseError } from './errors.ts';

const oldest = 15;
const answerWithinMs = 5_000;

/**
 * Makes sure that a Postgres answers there which Sluice can work with. Throws DatabaseError otherwise; `owner` is
 * whose database it then says it is.
 */
export async function checkDatabase(database: DatabaseConfig, owner: string = 'DATABASE_URL'): Promise<void> {
  const client = createClient(database, { name: 'sluice-check', connectMs: answerWithinMs });
  client.on('error', () => undefined);
  try {
    await connect(client, owner);
    const { rows } = await client.query<{ number: string; text: string }>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text`,
    );
    const version = rows[0];
    if (version === undefined || Number(version.number) < oldest * 10_000) {
      throw new DatabaseError(
        `The database of ${owner} is Postgres ${version?.text}; Sluice needs ${oldest} or newer.`,
      );
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function connect(client: pg.Client, owner: string): Promise<void> {
  const where = `${client.host}:${client.port}`;
  try {
    await client.connect();
  } catch (cause) {
    throw new DatabaseError(
      cause instanceof pg.DatabaseError
        ? `The database of ${owner} (${where}) refuses: ${cause.message}.`
        : `The database of ${owner} (${where}) does not answer: ${reason(cause)}. Is it running?`,
      { cause },
    );
  }
}

function reason(cause: unknown): string {
  // Of a name with several addresses, Node reports all failures in one error without a message.
  if (cause instanceof AggregateError) return cause.errors.map(reason).join(', ');
  return cause instanceof Error ? cause.message : String(cause);
}
