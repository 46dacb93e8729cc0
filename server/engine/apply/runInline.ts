import { setTimeout as wait } from 'node:timers/promises';
import { type Database, type EngineContext, type JobQueue, planStore } from '../model/context.ts';
import { planImport } from '../plan/planImport.ts';
import { isInProgress, readImport } from '../store/imports.ts';
import type { RunResult } from './applyChunk.ts';
import { finishImport } from './finishImport.ts';
import { runChunks } from './runChunks.ts';

/** How long an answer waits for an import that others work on, in ms: longer than a dead process is missed. */
const RESPONSE_MS = 20_000;
const POLL_MS = 100;

/**
 * Does an import's whole work here and now, by the functions that its jobs call. It sends no job for the import, so
 * that no worker competes with it. The import's `updated_at`, which every commit renews, is its lease: when that is too
 * old, the process is presumed dead, and the reconciler sends the jobs. If the process lives after all, the cursor
 * check lets only one of them commit each chunk. Work that cannot go on here is handed over to a job.
 */
export async function runInline(context: EngineContext, importId: string): Promise<void> {
  const jobs: JobQueue = {
    deliver: context.jobs.deliver,
    async wake(db, kind, id, options) {
      if (id !== importId) await context.jobs.wake(db, kind, id, options);
    },
  };
  const inline = { ...context, jobs };
  const signal = new AbortController().signal;
  const run = async (): Promise<RunResult> => {
    await planImport(inline, importId, signal);
    const end = await runChunks(inline, importId, { signal, deadline: null });
    if (end.kind === 'idle') await finishImport(inline, importId);
    return end;
  };
  try {
    const end = await context.attempts.attempt(inline, { importId, kinds: ['plan', 'chunks', 'finish'] }, run);
    await handOver(context, importId, end?.kind === 'wait' ? end.seconds : 0);
  } catch (error) {
    // Nothing that is committed is lost: the reconciler sends the jobs.
    context.log.warn({ import: importId, err: error }, 'the import continues as jobs');
  }
}

/** What is left is for jobs: the environment failed a chunk, or a worker was faster, who may be gone by now. */
async function handOver({ database, jobs }: EngineContext, importId: string, delaySeconds: number): Promise<void> {
  const state = await readImport(database, importId);
  if (state?.status !== 'RUNNING') return;
  await jobs.wake(database, 'plan', importId, { ...planStore(state), delaySeconds });
}

/** Waits at most `RESPONSE_MS` for the import to stop running, so that the response says how it ended. */
export async function waitForEnd(database: Database, importId: string): Promise<void> {
  const deadline = Date.now() + RESPONSE_MS;
  // A database that is away may be back before the deadline.
  while ((await isInProgress(database, importId).catch(() => true)) && Date.now() < deadline) await wait(POLL_MS);
}
