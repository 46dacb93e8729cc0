import type pg from 'pg';
import type { Db } from '../../sdk/records.ts';
import type { Database } from '../model/context.ts';

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

// Savepoints of the same name nest: the newest one is meant, and releasing it uncovers the one before.

export async function setSavepoint(tx: Db): Promise<void> {
  await tx.query('SAVEPOINT rows');
}

export async function releaseSavepoint(tx: Db): Promise<void> {
  await tx.query('RELEASE SAVEPOINT rows');
}

/** Undoes what came after the savepoint and leaves it standing, for what comes next. */
export async function rollbackToSavepoint(tx: Db): Promise<void> {
  await tx.query('ROLLBACK TO SAVEPOINT rows');
}

/** Whether the database answers at all. */
export async function isAnswering(db: Db): Promise<boolean> {
  try {
    await db.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
