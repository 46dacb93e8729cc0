import pg from 'pg';
import type { Db } from '../../sdk/records.ts';

export interface Database extends Db {
  /**
   * Runs `work` in one transaction on one connection: committed when it returns, rolled back when it throws. A
   * connection that fails to roll back is thrown away, since nobody knows what state it is in.
   */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
}

/** The engine's door to Postgres. The pool's owner ends it. */
export function createDatabase(pool: pg.Pool): Database {
  return {
    query: (text, values) => run(pool, text, values),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      // Without a listener, a connection that dies between two statements takes the process down.
      const onError = (error: Error): void => {
        broken = error;
      };
      client.on('error', onError);
      try {
        await client.query('BEGIN');
        const result = await work({ query: (text, values) => run(client, text, values) });
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((rollbackError: Error) => {
          broken ??= rollbackError;
        });
        throw error;
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    },
  };
}

async function run<Row extends object>(
  target: pg.Pool | pg.PoolClient,
  text: string,
  values?: readonly unknown[],
): Promise<Row[]> {
  const result = await target.query<Row>(text, values?.map(encoded));
  return result.rows;
}

/** What JSON writes otherwise than a literal of Postgres: control characters and halves of surrogate pairs. */
const UNLIKE_POSTGRES = /\\[bfnrtu]/;

/**
 * A list as the literal of a Postgres array. JSON's text of a flat list is one but for its brackets, and is made several
 * times as fast as pg makes its own, which is most of what a chunk's statements cost this process. pg gets the rest.
 */
function encoded(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every(isPlain)) return value;
  const json = JSON.stringify(value);
  return UNLIKE_POSTGRES.test(json) ? value : `{${json.slice(1, -1)}}`;
}

function isPlain(item: unknown): boolean {
  return item === null || typeof item === 'string' || (typeof item === 'number' && Number.isFinite(item));
}

/** The SQLSTATE of an error of Postgres, anywhere in its chain of causes; null for any other error. */
export function sqlState(error: unknown): string | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof pg.DatabaseError) return current.code ?? null;
  }
  return null;
}
