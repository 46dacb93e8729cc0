import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DatabaseError } from './errors.ts';

const run = promisify(execFile);

/** The user that Postgres runs as, where it must be another than ours. */
export interface OsUser {
  /** For messages. */
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user for a Postgres on this folder, which need not be there yet: undefined where it can be our own. Postgres
 * refuses to run as root, and on a folder that is not its user's. So as root it is the owner of the folder, and for a
 * new folder the user `postgres`, which is created if need be.
 */
export async function postgresUser(folder: string): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (await ownerOf(folder)) ?? (await findUser('postgres')) ?? (await createUser());
}

async function ownerOf(folder: string): Promise<OsUser | undefined> {
  const found = await stat(folder).catch(() => null);
  return found === null || found.uid === 0
    ? undefined
    : { name: `with the id ${found.uid}`, uid: found.uid, gid: found.gid };
}

async function findUser(name: string): Promise<OsUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<OsUser> {
  const useradd = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'];
  const cause = await run('useradd', useradd).catch((error: unknown) => error);
  // Another process that starts at the same time may have been first. Where no user can be created (no useradd, users
  // that come from elsewhere), nearly every machine has one without any rights: initdb demands one that has a name.
  const user = (await findUser('postgres')) ?? (await findUser('nobody'));
  if (user !== undefined) return user;
  const problem = 'Postgres must not run as root, and a user "postgres" could not be created';
  throw new DatabaseError(`${problem}: run Sluice as an ordinary user, or set DATABASE_URL.`, { cause });
}
