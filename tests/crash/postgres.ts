import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterIn, clusterUser, createCluster, startCluster, stopCluster } from '../../server/database/cluster.ts';
import { freePort } from '../../server/database/freePort.ts';
import { startReaper } from '../../server/testing/reaper.ts';

/** A Postgres with its default durability, which may crash and come back. */
export interface CrashPostgres {
  /** The folder that is removed with it, also when this process is killed. */
  readonly home: string;
  /** Connection URL of one of its databases. */
  url(database: string): string;
  /** Crashes it: `pg_ctl stop -m immediate`. What is committed must be there after the next start. */
  crash(): Promise<void>;
  /** Starts it again after a crash, on the same port. */
  start(): Promise<void>;
  /** Stops it for good and removes its folder. */
  remove(): Promise<void>;
}

const settings = { max_connections: '100' };

export async function startPostgres(): Promise<CrashPostgres> {
  const home = await mkdtemp(join(tmpdir(), 'sluice-crash-'));
  // Postgres may run as another user, who must get through to its own folder.
  await chmod(home, 0o755);
  const cluster = await clusterIn(join(home, 'data'));
  const password = randomBytes(16).toString('hex');
  const port = await freePort();
  const url = (database: string): string => `postgres://${clusterUser}:${password}@127.0.0.1:${port}/${database}`;
  const start = (): Promise<void> => startCluster(cluster, port, settings);
  const reaper = startReaper({ home, folder: cluster.folder });
  await createCluster(cluster, password);
  await start();
  return {
    home,
    url,
    start,
    async crash() {
      const { binaries, launcher, folder } = cluster;
      await launcher.run(binaries.pg_ctl, ['stop', '-w', '-s', '-D', folder, '-m', 'immediate']);
    },
    async remove() {
      await stopCluster(cluster, 2);
      await rm(home, { recursive: true, force: true });
      reaper.dismiss();
    },
  };
}
