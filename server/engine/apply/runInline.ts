import type { EngineContext, JobQueue } from '../model/context.ts';
import { planImport } from '../plan/planImport.ts';
import { finishImport } from './finishImport.ts';
import { runChunks } from './runChunks.ts';

/** Jobs of an import that runs inside a request start this much later, in seconds: by then it is done, or they do it. */
export const INLINE_HEAD_START = 10;

/** The same wake-ups, each `seconds` later, also of what would be woken at once. */
export function delayedJobs(jobs: JobQueue, seconds: number): JobQueue {
  return {
    deliver: jobs.deliver,
    wake: (db, kind, importId, { atOnce: _, delaySeconds = 0, ...options } = {}) =>
      jobs.wake(db, kind, importId, { ...options, delaySeconds: delaySeconds + seconds }),
  };
}

/**
 * Does an import's whole work here and now, by the functions that its jobs call. Where that fails, nothing is lost:
 * the delayed jobs go on from what is committed.
 */
export async function runInline(context: EngineContext, importId: string): Promise<void> {
  const later = delayedJobs(context.jobs, INLINE_HEAD_START);
  // Its own jobs wait for it; those of others that it wakes do not.
  const jobs: JobQueue = {
    deliver: context.jobs.deliver,
    wake: (db, kind, id, options) => (id === importId ? later : context.jobs).wake(db, kind, id, options),
  };
  const inline = { ...context, jobs };
  const signal = new AbortController().signal;
  const run = async (): Promise<void> => {
    await planImport(inline, importId, signal);
    const end = await runChunks(inline, importId, { signal, deadline: null });
    if (end.kind === 'idle') await finishImport(inline, importId);
  };
  try {
    await context.attempts.attempt(inline, { importId, kinds: ['plan', 'lane', 'finish'] }, run);
  } catch (error) {
    context.log.warn({ import: importId, err: error }, 'the import goes on as jobs');
  }
}
