import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../server/database/freePort.ts';
import { postgresUser } from '../../server/database/osUser.ts';
import { until } from './until.ts';

/** Where it is installed; null where it is not. Debian's place is not on everybody's PATH. */
export const pgbouncer: string | null = find();

function find(): string | null {
  try {
    const PATH = `${process.env.PATH ?? ''}:/usr/sbin`;
    return execFileSync('sh', ['-c', 'command -v pgbouncer'], { encoding: 'utf8', env: { PATH } }).trim();
  } catch {
    return null;
  }
}

export interface Pooler {
  /** The same database through it. */
  through(databaseUrl: string): string;
  stop(): Promise<void>;
}

/** A PgBouncer as it is without settings, in transaction mode, with few sessions for many clients. */
export async function startPgbouncer(program: string, databaseUrl: string): Promise<Pooler> {
  const { hostname, port: upstream, username, password } = new URL(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'sluice-pgbouncer-'));
  const port = await freePort();
  const settings = join(folder, 'pgbouncer.ini');
  const users = join(folder, 'users.txt');
  await writeFile(users, `"${username}" "${password}"\n`);
  await writeFile(
    settings,
    `[databases]
* = host=${hostname} port=${upstream}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = 3
`,
  );
  // It refuses to run as root.
  const user = await postgresUser(folder);
  for (const path of [folder, settings, users]) if (user) await chown(path, user.uid, user.gid);
  await chmod(folder, 0o700);
  const child = spawn(program, ['--quiet', settings], {
    stdio: 'ignore',
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  await until(() => accepts(port), { what: 'PgBouncer to listen' });
  return {
    through(url) {
      const other = new URL(url);
      other.port = String(port);
      return other.href;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
