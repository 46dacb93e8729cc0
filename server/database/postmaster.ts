import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Cluster } from './cluster.ts';
import { readOwnFile } from './ownFile.ts';

const run = promisify(execFile);

/**
 * A Postgres that runs on a cluster's folder, no matter what started it. It may not accept connections yet, or no
 * longer.
 */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The Postgres that runs on the folder; null if there is none. Removes leftovers of a killed Postgres that would block
 * a start.
 */
export async function findPostmaster({ folder }: Pick<Cluster, 'folder'>): Promise<Postmaster | null> {
  const file = join(folder, 'postmaster.pid');
  // If it cannot be read, a second Postgres must not start: this throws.
  const text = (await readOwnFile(file)) ?? '';
  const [pid, , , port] = text.split('\n').map((line) => Number(line.trim()));
  if (!pid) return null;
  if (await isPostgres(pid, folder)) return port ? { pid, port } : null;
  // Postgres itself refuses to start when another program of the same user has been given that pid since.
  await rm(file, { force: true });
  return null;
}

async function isPostgres(pid: number, folder: string): Promise<boolean> {
  try {
    const command =
      process.platform === 'linux'
        ? await readFile(`/proc/${pid}/cmdline`, 'utf8')
        : (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout;
    return command.includes(folder);
  } catch {
    return false;
  }
}

/** Ends it at once and without waiting, as a crash would: it recovers at its next start. */
export function killPostmaster({ folder }: Pick<Cluster, 'folder'>): void {
  try {
    const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (pid > 0) process.kill(pid, 'SIGQUIT');
  } catch {
    // It is gone already.
  }
}
