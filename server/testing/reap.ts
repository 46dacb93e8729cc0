import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { clusterIn, stopCluster } from '../database/cluster.ts';

/** Waits for the end of its standard input, then stops the Postgres of the folder and removes its home. */
const [, , home, folder] = process.argv;
if (home === undefined || folder === undefined) throw new Error('usage: reap.ts HOME FOLDER');
process.stdin.resume();
process.stdin.on('end', async () => {
  if (existsSync(folder)) await stopCluster(await clusterIn(folder), 1);
  // What the killed process had started may still be writing there.
  await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});
