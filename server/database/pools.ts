import pg from 'pg';
import { poolClient } from './connect/pooledClient.ts';
import { connectionConfig, type DatabaseConfig } from './connections.ts';

/** Transactions that a stuck process leaves open are ended by Postgres after this long. */
const IDLE_IN_TRANSACTION = '10s';

/**
 * The connection pools of a process. A locked table blocks all connections that use it, so each kind of work has its
 * own pool: `work` for chunks, plans, finishes and undos; `records` for reading records; `controls` for all other
 * requests, which must be answered while the others wait.
 */
export const SHARES = {
  // A chunk, and a long statement of a finishing step, may take as long as they take. Who waits for a lock lets go of the
  // connection, and comes back: see engine/apply/applyChunk and jobs/retryOnReconnect.
  work: { connections: 8, settings: { lock_timeout: '30s' }, waits: true },
  records: { connections: 3, settings: { lock_timeout: '5s', statement_timeout: '30s' }, waits: false },
  // An action on many failed rows is one statement.
  controls: { connections: 3, settings: { lock_timeout: '5s', statement_timeout: '60s' }, waits: false },
} as const;

export type ShareName = keyof typeof SHARES;

export interface Pools extends Readonly<Record<ShareName, pg.Pool>> {
  end(): Promise<void>;
}

export interface PoolOptions {
  /** How long a connection may owe an answer before Postgres is asked what it does, in ms. */
  readonly silenceMs: number;
  /** Hears of connections that broke while they were idle. */
  readonly onLost: (error: Error) => void;
}

/** Opens nothing yet: a pool connects when it is asked. */
export function openPools(database: DatabaseConfig, { silenceMs, onLost }: PoolOptions): Pools {
  const open = (name: ShareName): pg.Pool => {
    const { connections, settings, waits } = SHARES[name];
    const options = {
      name: `sluice-${name}`,
      settings: { ...settings, idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION },
    };
    const pool = new pg.Pool({
      ...connectionConfig(database, options),
      max: connections,
      Client: poolClient(database, options, silenceMs),
      // Of a pool, this is also how long one waits for a connection that others have: work waits as long as they work.
      ...(waits ? { connectionTimeoutMillis: 0 } : {}),
    });
    pool.on('error', onLost);
    return pool;
  };
  const pools = { work: open('work'), records: open('records'), controls: open('controls') };
  return { ...pools, end: async () => void (await Promise.all(Object.values(pools).map((pool) => pool.end()))) };
}
