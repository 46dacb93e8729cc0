import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import { z } from 'zod';
import { createClient, type DatabaseConfig } from '../database/connections.ts';
import { CHANGE_CHANNEL, type Change } from '../engine/store/progress.ts';

export interface ChangeListenerOptions {
  readonly database: DatabaseConfig;
  readonly log: Logger;
  readonly onChange: (change: Change) => void;
  /** Listening again after a gap: whatever was said in it was missed. */
  readonly onReconnect: () => void;
  /** How often the connection is asked whether it is still there; 10 s. */
  readonly probeMs?: number;
}

export interface ChangeListener {
  /** Resolves once the first connection listens. Goes on trying while the database is away. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5000;
const PROBE_TIMEOUT_MS = 3000;
const change = z.object({ id: z.guid(), projectId: z.string(), revision: z.number() });

/** One connection of its own, since a LISTEN belongs to a connection and a pool would lend it away. */
export function createChangeListener(options: ChangeListenerOptions): ChangeListener {
  const stopping = new AbortController();
  const listening = Promise.withResolvers<void>();
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    let delay = FIRST_DELAY_MS;
    for (let gap = false; !stopping.signal.aborted; gap = true) {
      const onListening = () => {
        delay = FIRST_DELAY_MS;
        listening.resolve();
        if (gap) options.onReconnect();
      };
      await listenUntilLost(options, stopping.signal, onListening).catch((error: unknown) =>
        options.log.warn({ err: error }, 'not listening for changes; trying again'),
      );
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
    }
  }

  return {
    start() {
      running ??= run();
      return listening.promise;
    },
    async stop() {
      stopping.abort();
      listening.resolve();
      await running;
    },
  };
}

/** Returns when the connection is lost or stopped; throws when there was none. */
async function listenUntilLost(
  { database, onChange, probeMs = 10_000 }: ChangeListenerOptions,
  stop: AbortSignal,
  onListening: () => void,
): Promise<void> {
  // A connection whose other end has vanished says nothing; a question with a deadline finds it out.
  const limits = { connectMs: PROBE_TIMEOUT_MS, answerMs: PROBE_TIMEOUT_MS };
  const client = createClient(database, { name: 'sluice-listen', ...limits });
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  client.on('error', () => lose());
  client.on('end', () => lose());
  stop.addEventListener('abort', () => lose(), { once: true });
  client.on('notification', ({ payload }) => {
    const heard = changeOf(payload);
    if (heard) onChange(heard);
  });
  let probe: NodeJS.Timeout | undefined;
  try {
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(CHANGE_CHANNEL)}`);
    probe = setInterval(() => void client.query('SELECT 1').catch(() => lose()), probeMs).unref();
    onListening();
    await lost;
  } finally {
    clearInterval(probe);
    await end(client);
  }
}

/** Null for what is none: anybody who may connect to the database may speak on the channel. */
function changeOf(payload: string | undefined): Change | null {
  try {
    return change.safeParse(JSON.parse(payload ?? '')).data ?? null;
  } catch {
    return null;
  }
}

/** Without waiting for an answer that a half-open connection would never give. */
async function end(client: pg.Client): Promise<void> {
  const deadline = new AbortController();
  await Promise.race([
    client.end().catch(() => undefined),
    sleep(PROBE_TIMEOUT_MS, undefined, { signal: deadline.signal, ref: false }).catch(() => undefined),
  ]);
  deadline.abort();
}
