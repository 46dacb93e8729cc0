import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DatabaseError } from './errors.ts';

const run = promisify(execFile);

/** The user that Postgres runs as, where it must be another than ours. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/** Postgres refuses to run as root: gives (and if need be creates) the user `postgres` then, undefined otherwise. */
export async function postgresUser(): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (await findUser()) ?? (await createUser());
}

async function findUser(): Promise<OsUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<OsUser> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch (cause) {
    // Another process that starts at the same time may have been first.
    const other = await findUser();
    if (other !== undefined) return other;
    throw new DatabaseError(
      'Running as root, but Postgres must not, and a user "postgres" could not be created. Run as another user, or set DATABASE_URL.',
      { cause },
    );
  }
  const created = await findUser();
  if (created === undefined) throw new DatabaseError('The user "postgres" was created but cannot be found.');
  return created;
}
