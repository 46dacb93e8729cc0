import { spawn } from 'node:child_process';
import type { TemporaryCluster } from '../database/temporaryCluster.ts';
import { siblingScript } from './siblingScript.ts';

/** A process that stops the cluster and removes its home when this one is gone, however it went. */
export interface Reaper {
  dismiss(): void;
}

export function startReaper(cluster: Pick<TemporaryCluster, 'home' | 'folder'>): Reaper {
  const script = siblingScript('reap');
  // Its standard input ends when this process does. Detached, so that a Ctrl-C for this one is not for it.
  const child = spawn(process.execPath, [script, cluster.home, cluster.folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // A process whose work is done ends, though this one waits for it.
  child.unref();
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref();
  return { dismiss: () => child.kill('SIGKILL') };
}
