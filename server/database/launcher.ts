import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseError } from './errors.ts';
import type { OsUser } from './osUser.ts';

const runFile = promisify(execFile);

/** Runs the programs of Postgres as a user that Postgres accepts. */
export interface Launcher {
  /** Undefined where it is our own user. */
  readonly user: OsUser | undefined;
  /** Runs to the end and returns what was printed. Rejects with Node's error of a child process. */
  run(program: string, args: readonly string[]): Promise<string>;
}

/** Each lets a user through folders that are closed to it. The first allows less; containers have only the second. */
const capabilities = ['dac_read_search', 'dac_override'];

/**
 * A launcher whose user can run `initdb` and reach `folder`, which need not be there yet. `user` is undefined where
 * Postgres runs as our own. Throws DatabaseError where no way leads there.
 *
 * A clone in a folder that only root can enter (in /root, or made by `mktemp -d`) is closed to the user of Postgres,
 * so setpriv gives that user one of root's capabilities. That alone is not enough: Postgres' programs check themselves
 * with access(2), which ignores the capabilities of any real user but root unless the securebit no_setuid_fixup is set
 * (access(2) and capabilities(7) on securebits; access_override_creds() in the kernel's fs/open.c). Setting the bit
 * needs CAP_SETPCAP. Whether all of this works is tried, since containers, security modules and other implementations
 * of setpriv each take something away.
 */
export async function launcherFor(user: OsUser | undefined, folder: string, initdb: string): Promise<Launcher> {
  if (user === undefined) return { user, run };
  const plain = asUser(user);
  for (const launcher of [plain, ...capabilities.map((name) => withCapability(user, name))]) {
    if ((await failure(launcher, folder, initdb)) === null) return launcher;
  }
  throw new DatabaseError(await whyNot(plain, folder, initdb));
}

async function run(program: string, args: readonly string[], user?: Pick<OsUser, 'uid' | 'gid'>): Promise<string> {
  // In the root folder: the folder that we were started in may be closed to that user.
  const { stdout } = await runFile(program, [...args], { ...user, cwd: '/', windowsHide: true });
  return stdout;
}

function asUser(user: OsUser): Launcher {
  return { user, run: (program, args) => run(program, args, { uid: user.uid, gid: user.gid }) };
}

function withCapability(user: OsUser, name: string): Launcher {
  const become = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  const keep = [`--inh-caps=+${name}`, `--ambient-caps=+${name}`, '--securebits=+no_setuid_fixup'];
  return { user, run: (program, args) => run('setpriv', [...become, ...keep, '--', program, ...args]) };
}

/** What keeps the launcher's user from the folder or the programs; null when it reaches both. */
async function failure(launcher: Launcher, folder: string, initdb: string): Promise<string | null> {
  return (await cannotEnter(launcher, nearest(folder))) ?? (await cannotRun(launcher, initdb));
}

function cannotEnter(launcher: Launcher, folder: string): Promise<string | null> {
  return complaint(launcher.run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder]));
}

/** `--show` finds the server's program and files as initdb itself does, and writes nothing. */
function cannotRun(launcher: Launcher, initdb: string): Promise<string | null> {
  return complaint(launcher.run(initdb, ['--show', '--pgdata=/']));
}

async function complaint(running: Promise<unknown>): Promise<string | null> {
  try {
    await running;
    return null;
  } catch (error) {
    return lineOf(error);
  }
}

function lineOf(error: unknown): string {
  const output = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
  return (output || String(error)).split('\n')[0] ?? '';
}

/** The folder, or the nearest above it that is there. */
function nearest(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearest(dirname(folder));
}

async function whyNot(plain: Launcher, folder: string, initdb: string): Promise<string> {
  const who = 'Postgres must not run as root, and';
  const ways = 'run it as an ordinary user, or set DATABASE_URL.';
  const unable = await cannotEnter(plain, '/');
  if (unable !== null) return `${who} Sluice cannot start it as the user ${plain.user?.name} (${unable}): ${ways}`;
  const closed = await firstClosed(plain, [nearest(folder), dirname(initdb)]);
  const what = closed === null ? `run ${initdb} (${await cannotRun(plain, initdb)})` : `enter ${closed}`;
  return `${who} its user ${plain.user?.name} cannot ${what}: move Sluice to a folder that others can enter, ${ways}`;
}

/** The first folder on the ways from the root to these that the launcher's user cannot enter. */
async function firstClosed(launcher: Launcher, folders: readonly string[]): Promise<string | null> {
  for (const folder of folders.flatMap(wayTo)) {
    if ((await cannotEnter(launcher, folder)) !== null) return folder;
  }
  return null;
}

function wayTo(folder: string): string[] {
  return folder === dirname(folder) ? [folder] : [...wayTo(dirname(folder)), folder];
}
