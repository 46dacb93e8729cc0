import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, clusterIn, createCluster, startCluster, stopCluster } from './cluster.ts';
import { createClient, type DatabaseConfig } from './connections.ts';
import { ensureEmbeddedUrl, saveEmbeddedUrl } from './embeddedUrl.ts';
import { DatabaseError } from './errors.ts';
import { freePort, isFree } from './freePort.ts';
import { endOrphans } from './orphans.ts';
import { findPostmaster, killPostmaster } from './postmaster.ts';

/** The Postgres that Sluice brings along, running on SLUICE_DATA_DIR/postgres. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Stops it in an orderly way. */
  stop(): Promise<void>;
  /** Stops it now, without waiting: for a process that is about to exit. It recovers at its next start. */
  kill(): void;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** It went away while in use and could not be brought back. */
  readonly onLost: (error: unknown) => void;
  /** For so long, in ms, it is tried to bring it back: a minute. */
  readonly returnWithinMs?: number;
}

/** Held by the server as long as its connection lives: the operating system cannot forget to let go of it. */
const ownerLock = 7_165_231_020;

const answerWithinMs = 60_000;
/** Tries to start it again follow each other so soon, in ms. */
const againAfterMs = 1_000;
const stopWithinSeconds = 6;

const settings = {
  shared_buffers: '256MB',
  max_connections: '200',
  wal_compression: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  // Statements that fail because of a row are no news, and their messages hold the row's values.
  log_min_messages: 'fatal',
};

/**
 * Starts Postgres on the data folder, creates it at the first start, or takes over a Postgres that a killed server left
 * running. Durability is Postgres' default. If Postgres dies later, it is restarted: for up to a minute, since a full
 * disk or leftovers that hold its memory may go away. Throws DatabaseError if another server uses the folder.
 */
export async function startEmbedded({
  dataDir,
  onLost,
  returnWithinMs = answerWithinMs,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  await makeDataFolder(dataDir);
  const cluster = await clusterIn(join(dataDir, 'postgres'));
  const savedUrl = await ensureEmbeddedUrl(dataDir);
  await makeOnce(cluster, savedUrl.password);

  const ours = await bringUpOurs(cluster, savedUrl, dataDir);
  const { url } = ours;
  let { owner } = ours;
  if (url.port !== savedUrl.port) await saveEmbeddedUrl(dataDir, url);
  let stopping = false;
  let recovering: Promise<unknown> = Promise.resolve();
  const recover = async () => {
    const deadline = performance.now() + returnWithinMs;
    while (!stopping) {
      // A person who restarts this Postgres by hand goes first.
      await pause(againAfterMs);
      if (stopping) return;
      try {
        // On the same port: the rest of this process, and workers, connect to it again by themselves.
        await bringUp(cluster, url, false);
        owner = await takeOwnership(url, dataDir);
        watch();
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
      }
    }
  };
  const watch = () =>
    owner.once('end', () => {
      if (!stopping) recovering = recover().catch(onLost);
    });
  watch();
  return {
    url: url.href,
    stop: async () => {
      stopping = true;
      await recovering;
      await owner.end();
      // It may be the one that could not be brought back.
      if ((await findPostmaster(cluster)) !== null) await stopCluster(cluster, stopWithinSeconds);
    },
    kill: () => {
      stopping = true;
      killPostmaster(cluster);
    },
  };
}

async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
  } catch (cause) {
    throw new DatabaseError(`Sluice cannot write to ${dataDir}. Set SLUICE_DATA_DIR to a folder of yours.`, { cause });
  }
}

async function makeOnce(cluster: Cluster, password: string): Promise<void> {
  const isMade = () => existsSync(join(cluster.folder, 'PG_VERSION'));
  if (isMade()) return;
  try {
    await createCluster(cluster, password);
  } catch (error) {
    // Two first starts can run at once.
    if (!isMade()) throw error;
  }
}

/** Up and ours, at the URL at which it answers. One that dies just then is brought up again. */
async function bringUpOurs(
  cluster: Cluster,
  savedUrl: URL,
  dataDir: string,
): Promise<{ readonly url: URL; readonly owner: pg.Client }> {
  const deadline = performance.now() + answerWithinMs;
  for (;;) {
    const url = await bringUp(cluster, savedUrl, true);
    try {
      return { url, owner: await takeOwnership(url, dataDir) };
    } catch (error) {
      if (!isLost(error) || performance.now() > deadline) throw error;
      await pause(100);
    }
  }
}

/** The connection broke, or Postgres is going down (SQLSTATE class 57): all else that it says would be said again. */
function isLost(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return error.code?.startsWith('57') ?? false;
  return !(error instanceof DatabaseError);
}

/** Returns the URL at which the Postgres of the folder answers, started if need be. */
async function bringUp(cluster: Cluster, url: URL, mayMove: boolean): Promise<URL> {
  const deadline = performance.now() + answerWithinMs;
  while (performance.now() < deadline) {
    const postmaster = await findPostmaster(cluster);
    if (postmaster === null) {
      await startUnlessStarted(cluster, await portFor(url, mayMove));
      continue;
    }
    const found = at(url, String(postmaster.port), url.pathname);
    if (await answers(found)) return found;
    await pause(100);
  }
  throw new DatabaseError(`The Postgres in ${cluster.folder} runs but does not answer. Its log is postgres.log there.`);
}

async function startUnlessStarted(cluster: Cluster, port: number): Promise<void> {
  await endOrphans(cluster);
  try {
    await startCluster(cluster, port, settings);
  } catch (error) {
    if ((await findPostmaster(cluster)) === null) throw error;
  }
}

async function portFor(url: URL, mayMove: boolean): Promise<number> {
  const port = Number(url.port);
  return !mayMove || (await isFree(port, url.hostname)) ? port : freePort();
}

function at(url: URL, port: string, path: string): URL {
  const other = new URL(url);
  other.port = port;
  other.pathname = path;
  return other;
}

/** The database that is there from the start, and has no tables of Sluice's. */
function maintenance(url: URL): DatabaseConfig {
  return { url: at(url, url.port, '/postgres').href, schema: 'public' };
}

/** False while it starts, stops or recovers. */
async function answers(url: URL): Promise<boolean> {
  const client = createClient(maintenance(url), { name: 'sluice-check' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new DatabaseError('The embedded Postgres refuses the password in database-url. Put that file back.');
    }
    return false;
  } finally {
    await client.end();
  }
}

/** Keeps a connection that holds the owner's lock, and sees to it that Sluice's database is there. */
async function takeOwnership(url: URL, dataDir: string): Promise<pg.Client> {
  const owner = createClient(maintenance(url), { name: `sluice-owner ${process.pid}` });
  // What breaks it also ends it, and that is listened to.
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    const { rows } = await owner.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [ownerLock]);
    if (rows[0]?.taken !== true) throw new DatabaseError(await inUse(owner, dataDir));
    await createDatabase(owner, url.pathname.slice(1));
    return owner;
  } catch (error) {
    await owner.end();
    throw error;
  }
}

async function inUse(client: pg.Client, dataDir: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity JOIN pg_locks USING (pid)
      WHERE locktype = 'advisory' AND granted AND application_name LIKE 'sluice-owner %' LIMIT 1`,
  );
  const by = rows[0] === undefined ? '' : ` (process ${rows[0].name.replace('sluice-owner ', '')})`;
  return `The data folder ${dataDir} is in use by another Sluice${by}. Stop that one, or set SLUICE_DATA_DIR to another folder.`;
}

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
}
