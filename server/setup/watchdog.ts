import { url as inspectorUrl } from 'node:inspector';
import { Worker } from 'node:worker_threads';
import { complain } from './output.ts';

/** How often this thread shows that it lives, and the other looks, in ms. */
const BEAT_MS = 1_000;

/**
 * Ends this process once its event loop has hung for this long, for example in an endless loop of an importer: the
 * process then answers no requests and no SIGTERM. A separate thread checks, since this one cannot. It counts checks
 * and not time, so that a machine that slept does not look like a hang. It is off in a debugger. Resolves once the
 * thread is checking.
 */
export async function startWatchdog(seconds: number): Promise<void> {
  if (inspectorUrl() !== undefined) return;
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setInterval(() => Atomics.add(beats, 0, 1), BEAT_MS).unref();
  const thread = new Worker(new URL('watchdogThread.mjs', import.meta.url), {
    workerData: { beats, beatMs: BEAT_MS, misses: Math.ceil((seconds * 1_000) / BEAT_MS) },
    execArgv: [],
  });
  thread.on('error', (error) => complain(`Nobody notices any more when this process stands still: ${error.message}`));
  await new Promise((resolve) => thread.once('online', resolve).once('exit', resolve));
  thread.unref();
}
