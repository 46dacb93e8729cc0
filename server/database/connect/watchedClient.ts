// A network that swallows packets leaves a connection open on which nothing comes any more: the kernel finds out after
// minutes, or never, where something between (a proxy, a firewall) keeps answering for a server that is gone. A limit to
// the time of a statement would tell, and would also end those that rightly take long. So a client that has waited for
// an answer for long asks Postgres over another connection what its session does: one that works, or waits for a lock, is
// waited for without end; where it does not, or nobody answers, the connection is broken off, which fails its statement
// like any lost connection.

import { Socket } from 'node:net';
import pg from 'pg';
import { CONNECT_MS, createClient, type DatabaseConfig } from '../connections.ts';

/** How long Postgres may take to say what a session does, in ms. */
const ASK_MS = 5_000;
/** Looks within the time of silence. */
const LOOKS = 4;
/** Begins as pg says it of a connection that was lost: see engine/model/classifyError. */
const SILENT = 'Connection terminated: the database went silent.';
const TOO_MANY_CONNECTIONS = '53300';

/** What Postgres says of itself at the beginning. */
interface BackendKeyData {
  readonly processID: number;
}

/**
 * The client for pools with monitored connections. `silenceMs` is how long a response can take before the session is
 * checked.
 */
export function watchedClient(database: DatabaseConfig, silenceMs: number): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      // A pool without a connect timeout passes that on, but connecting must not take forever.
      super(typeof config === 'string' ? config : { ...config, connectionTimeoutMillis: CONNECT_MS });
      let processId = 0;
      this.connection.on('backendKeyData', ({ processID }: BackendKeyData) => {
        processId = processID;
      });
      watchSilence(this, silenceMs, () => isSessionWorking(database, 'pid', processId));
    }
  };
}

/** Breaks the connection off when an answer is owed for this long, in ms, and its session does not work on it. */
export function watchSilence(client: pg.Client, silenceMs: number, isWorking: () => Promise<boolean>): void {
  const { connection } = client;
  const written = () => (connection.stream instanceof Socket ? connection.stream.bytesWritten : 0);
  /** What was written by the time at which all had been answered. */
  let answered = 0;
  let timer: NodeJS.Timeout | undefined;
  connection.on('readyForQuery', () => {
    answered = written();
  });
  client.once('connect', () => {
    const look = createLook(client, {
      silenceMs,
      owesAnswer: () => written() > answered,
      isWorking,
    });
    timer = setInterval(() => void look(), silenceMs / LOOKS).unref();
  });
  client.once('end', () => clearInterval(timer));
}

interface Watch {
  readonly silenceMs: number;
  /** Something was sent since all had been answered. */
  owesAnswer(): boolean;
  isWorking(): Promise<boolean>;
}

function createLook({ connection }: pg.Client, { silenceMs, owesAnswer, isWorking }: Watch): () => Promise<void> {
  let heard = 0;
  let since = performance.now();
  let isAsking = false;
  let isDoubted = false;
  const begin = (read: number): void => {
    heard = read;
    since = performance.now();
    isDoubted = false;
  };
  return async () => {
    const { stream } = connection;
    if (!(stream instanceof Socket) || isAsking) return;
    if (!owesAnswer() || stream.bytesRead !== heard) return begin(stream.bytesRead);
    if (performance.now() - since < silenceMs) return;
    isAsking = true;
    const works = await isWorking();
    isAsking = false;
    if (works || stream.bytesRead !== heard) return begin(stream.bytesRead);
    // The answer may have been on its way while we asked: it has until the next look.
    if (isDoubted) stream.destroy(new Error(SILENT));
    isDoubted = true;
  };
}

/** Whether the session is working, or waits for something other than the client. */
export async function isSessionWorking(
  database: DatabaseConfig,
  column: 'pid' | 'application_name',
  session: number | string,
): Promise<boolean> {
  const asking = createClient(database, { name: 'sluice-watch', connectMs: ASK_MS, answerMs: ASK_MS });
  asking.on('error', () => undefined);
  try {
    await asking.connect();
    const { rowCount } = await asking.query(
      `SELECT FROM pg_stat_activity
        WHERE ${column} = $1 AND state = 'active' AND wait_event_type IS DISTINCT FROM 'Client'`,
      [session],
    );
    return rowCount !== 0;
  } catch (error) {
    // It answers, then, if only to refuse.
    return error instanceof pg.DatabaseError && error.code === TOO_MANY_CONNECTIONS;
  } finally {
    // A connection on which nothing comes would not come to its end either.
    asking.end().catch(() => undefined);
    setTimeout(() => asking.connection.stream.destroy(), ASK_MS).unref();
  }
}
