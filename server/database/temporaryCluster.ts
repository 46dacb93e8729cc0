import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterIn, clusterUser, createCluster, startCluster, stopCluster } from './cluster.ts';
import { freePort } from './freePort.ts';

const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  // Its folder may be in memory.
  max_wal_size: '256MB',
};

/** A Postgres for a while: what it holds may be lost at any time. */
export interface TemporaryCluster {
  /** The folder that is removed when it stops. */
  readonly home: string;
  readonly folder: string;
  /** Connection URL of one of its databases. `postgres` is there from the start. */
  url(database: string): string;
  stop(): Promise<void>;
}

/** Where in its home a temporary cluster lies. */
export function temporaryFolderIn(home: string): string {
  return join(home, 'data');
}

/**
 * Starts a Postgres without any durability in `home`, an empty folder, or else in a new temporary one. `stop` removes it
 * whole.
 */
export async function startTemporaryCluster(given?: string): Promise<TemporaryCluster> {
  const home = given ?? (await mkdtemp(join(tmpdir(), 'sluice-postgres-')));
  const remove = () => rm(home, { recursive: true, force: true });
  try {
    return await startIn(home, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

async function startIn(home: string, remove: () => Promise<void>): Promise<TemporaryCluster> {
  // Postgres may run as another user, who must get through to its own folder.
  await chmod(home, 0o755);
  const cluster = await clusterIn(temporaryFolderIn(home));
  const password = randomBytes(16).toString('hex');
  const port = await freePort();
  await createCluster(cluster, password);
  await startCluster(cluster, port, settings);
  return {
    home,
    folder: cluster.folder,
    url: (database) => `postgres://${clusterUser}:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await stopCluster(cluster, 5);
      await remove();
    },
  };
}
