import { randomUUID } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findBinaries, type PostgresBinaries } from './binaries.ts';
import { DatabaseError } from './errors.ts';
import { type Launcher, launcherFor } from './launcher.ts';
import { postgresUser } from './osUser.ts';

/** A Postgres of our own in one folder, running or not. */
export interface Cluster {
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  readonly launcher: Launcher;
}

export const clusterUser = 'sluice';

/** What every cluster has, whatever the machine has. */
const commonSettings = {
  listen_addresses: '127.0.0.1',
  // The path of a socket in a deep folder would be too long.
  unix_socket_directories: '',
  // Else initdb takes the machine's zone.
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Postgres cannot start without a little System V memory. Its default for the rest is /dev/shm, which is missing on
  // some machines and small in containers, where initdb already fails. A Mac, though, has only a little of this one.
  ...(process.platform === 'linux' ? { dynamic_shared_memory_type: 'sysv' } : {}),
};

/** How initdb makes every cluster. */
const initial = [
  `--username=${clusterUser}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  // Byte order: the same on every machine, and what indexes are fastest with.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  ...Object.entries(commonSettings).map(([name, value]) => `--set=${name}=${value}`),
];

/** The cluster of a folder, which need not be there yet. `folder` is absolute. */
export async function clusterIn(folder: string): Promise<Cluster> {
  const binaries = await findBinaries();
  const launcher = await launcherFor(await postgresUser(folder), folder, binaries.initdb);
  return { folder, binaries, launcher };
}

/** Makes the folder a new cluster whose superuser has this password. Appears whole or not at all. */
export async function createCluster({ folder, binaries, launcher }: Cluster, password: string): Promise<void> {
  const half = `${folder}.${randomUUID()}`;
  const passwordFile = `${half}.password`;
  await mkdir(half, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (launcher.user !== undefined) {
      await chown(half, launcher.user.uid, launcher.user.gid);
      await chown(passwordFile, launcher.user.uid, launcher.user.gid);
    }
    await initialize((locale) =>
      launcher.run(binaries.initdb, [`--pgdata=${half}`, `--pwfile=${passwordFile}`, ...initial, locale]),
    );
    await rename(half, folder);
  } catch (cause) {
    await rm(half, { recursive: true, force: true });
    throw new DatabaseError(`A database could not be made in ${dirname(folder)}: ${reason(cause)}`, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * With the best locale that the machine has. C.UTF-8 is missing in stripped containers. There, pg_trgm takes letters
 * beyond ASCII for spaces, so that fewer similar names of venues are found; all else is alike.
 */
async function initialize(initdb: (locale: string) => Promise<unknown>): Promise<void> {
  try {
    await initdb('--locale=C.UTF-8');
  } catch (cause) {
    if (!reason(cause).includes('invalid locale name')) throw cause;
    await initdb('--locale=C');
  }
}

/** Starts Postgres on 127.0.0.1 and waits until it answers. It outlives this process and its Ctrl-C. */
export async function startCluster(cluster: Cluster, port: number, settings: Record<string, string>): Promise<void> {
  const { folder, binaries, launcher } = cluster;
  const all = { ...commonSettings, ...settings };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  const log = join(folder, 'postgres.log');
  const logged = await sizeOf(log);
  try {
    const start = ['start', '-w', '-t', '60', '-s', '-D', folder, '-l', log];
    await launcher.run(binaries.pg_ctl, [...start, '-o', [`-p ${port}`, ...options].join(' ')]);
  } catch (cause) {
    const why = await whyNot(log, logged);
    throw new DatabaseError(`Postgres did not start in ${folder}: ${why ?? reason(cause).split('\n')[0]}`, { cause });
  }
}

/** Stops Postgres in an orderly way within the seconds given, else at once (it recovers at its next start). */
export async function stopCluster({ folder, binaries, launcher }: Cluster, seconds: number): Promise<void> {
  const stop = ['stop', '-w', '-s', '-D', folder];
  try {
    await launcher.run(binaries.pg_ctl, [...stop, '-m', 'fast', '-t', String(seconds)]);
  } catch {
    await launcher.run(binaries.pg_ctl, [...stop, '-m', 'immediate']);
  }
}

/** Why it did not start, by what the log has had since `from`; a full disk takes no more, so else by what it had before. */
async function whyNot(log: string, from: number): Promise<string | undefined> {
  const text = await readFile(log).catch(() => Buffer.alloc(0));
  const lines = (part: Buffer) => part.toString().trim().split('\n').filter(Boolean);
  const isFault = (line: string) => /FATAL|PANIC|ERROR/.test(line);
  const output = lines(text.subarray(from));
  return output.findLast(isFault) ?? output.at(-1) ?? lines(text).findLast(isFault);
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

function reason(cause: unknown): string {
  const output = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
  return output !== '' ? output : String(cause);
}
