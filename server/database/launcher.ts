import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseError } from './errors.ts';
import { type OsUser, postgresUser } from './osUser.ts';

const runFile = promisify(execFile);

/** Runs the programs of Postgres as a user that Postgres accepts. */
export interface Launcher {
  /** Undefined where it is our own user. */
  readonly user: OsUser | undefined;
  /** Runs to the end and returns what was printed. Rejects with Node's error of a child process. */
  run(program: string, args: readonly string[]): Promise<string>;
}

/** A launcher whose user can reach the given files. Throws DatabaseError where there is no such way. */
export async function launcherFor(paths: readonly string[]): Promise<Launcher> {
  const user = await postgresUser();
  if (user === undefined) return { user, run };
  const closed = await firstClosedFolder(paths, user);
  if (closed === undefined) return { user, run: (program, args) => run(program, args, user) };
  await checkSetpriv(closed);
  return { user, run: (program, args) => run('setpriv', [...keepAccess(user), program, ...args]) };
}

async function run(program: string, args: readonly string[], user?: OsUser): Promise<string> {
  // In the root folder: the folder that we were started in may be closed to that user.
  const { stdout } = await runFile(program, [...args], { ...user, cwd: '/', windowsHide: true });
  return stdout;
}

/** Root's own home is closed to others (a clone in /root, say), so Postgres keeps root's right to pass folders. */
function keepAccess({ uid, gid }: OsUser): string[] {
  const keep = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...keep, '--'];
}

async function checkSetpriv(closed: string): Promise<void> {
  try {
    await runFile('setpriv', ['--version']);
  } catch (cause) {
    throw new DatabaseError(
      `Running as root, Postgres runs as the user "postgres", who cannot enter ${closed}. Move Sluice, run as another user, or set DATABASE_URL.`,
      { cause },
    );
  }
}

async function firstClosedFolder(paths: readonly string[], user: OsUser): Promise<string | undefined> {
  for (const path of paths) {
    for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
      if (!(await canEnter(folder, user))) return folder;
      if (folder === dirname(folder)) break;
    }
  }
  return undefined;
}

async function canEnter(folder: string, { uid, gid }: OsUser): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  if (found === null) return true;
  const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
  return ((found.mode >> shift) & 1) === 1;
}
