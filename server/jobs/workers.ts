import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { RunResult } from '../engine/apply/applyChunk.ts';
import { finishImport } from '../engine/apply/finishImport.ts';
import { runChunks } from '../engine/apply/runChunks.ts';
import { type EngineContext, type JobKind, secretBoxStoreId } from '../engine/model/context.ts';
import { planImport } from '../engine/plan/planImport.ts';
import { runUndo } from '../engine/undo/undoImport.ts';

import { bossDb } from './jobQueue.ts';
import { DELIVERIES, type JobData, QUEUE_OPTIONS, queueName } from './queues.ts';
import { retryOnReconnect } from './retryOnReconnect.ts';

/** How long a chunk runner, a plan or an undo runs before others get their turn, in ms. */
const TURN_MS = 2_000;
/** Jobs of a kind that one process works at the same time. */
const CONCURRENCY: Record<JobKind, number> = { plan: 2, longPlan: 2, chunks: 4, finish: 2, undo: 2 };
/** A long plan of a URL waits for another server most of its time: more than the imports of one project, as a rule. */
const LONG_FETCHES = 8;
/** A new job wakes a worker at once. Polls find those that were to start later, and what a lost NOTIFY hid. */
const POLL_SECONDS = 1;
/** How long a stopping process lets its jobs come to the end of their chunk, in ms. */
const STOP_MS = 8_000;

/** What is done for a job, with a log of its own. */
type Run = (own: EngineContext, job: JobWithMetadata<JobData>, signal: AbortSignal) => Promise<void>;

export interface Workers {
  start(): Promise<void>;
  /** Lets go of all work, at the end of a chunk, so that another process takes it up at once. */
  stop(): Promise<void>;
}

/** Works the engine's jobs in this process. */
export function createWorkers(
  boss: PgBoss,
  context: EngineContext,
  { turnMs }: { readonly turnMs: number } = { turnMs: TURN_MS },
): Workers {
  const stopping = new AbortController();

  const work = async (queue: string, localConcurrency: number, run: Run): Promise<void> => {
    const options = {
      includeMetadata: true,
      localConcurrency,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
      heartbeatRefreshSeconds: 1,
    } as const;
    const workId = await boss.work<JobData, void, typeof options>(queue, options, async ([job]) => {
      if (!job) return;
      // What waits behind this job (of another import, or of this one) is fetched at once, not at the next poll.
      boss.notifyWorker(workId);
      const signal = AbortSignal.any([job.signal, stopping.signal]);
      // Every line of the log that comes of this job can be found by its id.
      const own = { ...context, log: context.log.child({ job: job.id, jobAttempt: job.retryCount + 1 }) };
      await retryOnReconnect(context.database, signal, () => run(own, job, signal));
    });
  };

  const inTurns =
    (kind: JobKind, turn: typeof runChunks): Run =>
    async (own, job, signal) => {
      const { importId } = job.data;
      const attempt = () =>
        own.attempts.attempt(own, { importId, kinds: [kind], signal }, () =>
          turn(own, importId, { signal, deadline: Date.now() + turnMs }),
        );
      const end = await oneTurn(attempt, signal);
      if (end !== null && end.kind !== 'idle') await reschedule(boss, own, job, end);
    };
  const workKind = (kind: JobKind, run: Run) => work(queueName(kind), CONCURRENCY[kind], run);
  const plan = inTurns('plan', (own, id, { signal, deadline }) => planImport(own, id, signal, deadline));
  const longPlan = inTurns('longPlan', (own, id, { signal }) => planImport(own, id, signal));
  const finish: Run = async (own, job, signal) => {
    const { importId } = job.data;
    await own.attempts.attempt(own, { importId, kinds: ['finish'], signal }, () => finishImport(own, importId));
  };

  return {
    async start() {
      await workKind('plan', plan);
      await workKind('longPlan', longPlan);
      for (const storeId of storesOf(context)) {
        const isUrls = context.urls && storeId === secretBoxStoreId(context.urls.secretBox);
        await work(queueName('plan', storeId), CONCURRENCY.plan, plan);
        await work(queueName('longPlan', storeId), isUrls ? LONG_FETCHES : CONCURRENCY.longPlan, longPlan);
      }
      await workKind('chunks', inTurns('chunks', runChunks));
      await workKind('undo', inTurns('undo', runUndo));
      await workKind('finish', finish);
    },
    async stop() {
      stopping.abort();
      // Before what may take longer than the process has time for.
      await context.attempts.release().catch((error: unknown) => {
        context.log.warn({ err: error }, 'attempts could not be released');
      });
      await boss.stop({ graceful: true, close: false, timeout: STOP_MS });
    },
  };
}

/** Whose plans only some processes can work, and this one can: of stores that it reads, of URLs that it can open. */
export function storesOf({ uploads, urls }: Pick<EngineContext, 'uploads' | 'urls'>): string[] {
  return urls ? [...uploads.storeIds, secretBoxStoreId(urls.secretBox)] : [...uploads.storeIds];
}

/** Creates the queues that are missing and brings the others up to date. */
export async function createQueues(boss: PgBoss, storeIds: readonly string[]): Promise<void> {
  const kinds: JobKind[] = ['plan', 'longPlan', 'chunks', 'finish', 'undo'];
  const names = [...kinds.map((kind) => queueName(kind)), DELIVERIES];
  for (const storeId of storeIds) names.push(queueName('plan', storeId), queueName('longPlan', storeId));
  for (const name of names) await boss.createQueue(name, QUEUE_OPTIONS);
}

/** A worker that is told to stop gives way as if its time were up. */
async function oneTurn(turn: () => Promise<RunResult | null>, signal: AbortSignal): Promise<RunResult | null> {
  try {
    return await turn();
  } catch (error) {
    if (signal.aborted) return { kind: 'yield' };
    throw error;
  }
}

/**
 * Completes this job and sends the next one in one transaction: the chunk runner goes to the end of the line, with a
 * fresh count of crashes. Where the job is no longer ours (deleted, or given to another), one is sent all the same: too
 * many find nothing to do, and none at all would leave the import standing.
 */
async function reschedule(
  boss: PgBoss,
  { database }: EngineContext,
  job: JobWithMetadata<JobData>,
  end: Exclude<RunResult, { kind: 'idle' }>,
): Promise<void> {
  await database.transaction(async (tx) => {
    const db = bossDb(tx);
    await boss.complete(job.name, { id: job.id, retryCount: job.retryCount }, null, { db });
    const options = { singletonKey: job.data.importId, db };
    if (end.kind === 'yield') await boss.send(job.name, job.data, options);
    // A wake-up that is waiting already must wait as long.
    else await boss.upsert(job.name, job.data, { ...options, startAfter: end.seconds });
  });
}
