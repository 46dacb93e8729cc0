import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { clusterIn, createCluster } from '../../server/database/cluster.ts';
import { testDatabase } from '../helpers/database.ts';

const database = testDatabase();

describe('a cluster of our own', () => {
  it('takes neither its time zone nor its shared memory from the machine', async () => {
    const { rows } = await database.pool.query<{ name: string; value: string }>(
      `SELECT name, reset_val AS value FROM pg_settings
        WHERE name IN ('TimeZone', 'log_timezone', 'dynamic_shared_memory_type') ORDER BY lower(name)`,
    );
    expect(rows).toEqual([
      // /dev/shm is missing on some machines, and 64 MB in containers.
      { name: 'dynamic_shared_memory_type', value: process.platform === 'linux' ? 'sysv' : expect.any(String) },
      { name: 'log_timezone', value: 'UTC' },
      { name: 'TimeZone', value: 'UTC' },
    ]);
  });

  it('is made on a machine without locales, whatever the environment asks for', async () => {
    const home = await mkdtemp(join(tmpdir(), 'sluice-cluster-'));
    onTestFinished(() => rm(home, { recursive: true }));
    await chmod(home, 0o755);
    vi.stubEnv('LOCPATH', home);
    vi.stubEnv('LC_ALL', 'xx_YY.UTF-8');
    onTestFinished(() => void vi.unstubAllEnvs());
    const cluster = await clusterIn(join(home, 'data'));
    await createCluster(cluster, 'hush');
    expect((await readFile(join(cluster.folder, 'PG_VERSION'), 'utf8')).trim()).toMatch(/^\d+$/);
  });
});
