import type { Application } from './applyRows.ts';
import { chunksAhead } from './chunksAhead.ts';
import type { EngineContext } from './context.ts';
import { askedWait, blame, errorCode } from './faults.ts';
import { BrokenImporter, failChunk, LaneMoved, type PreparedChunk, processChunk } from './processChunk.ts';
import type { Advanced } from './store/advanceImport.ts';
import { moveImport } from './store/moveImport.ts';
import { type ImportState, readImport } from './store/readImport.ts';
import { recordAttempt } from './store/recordAttempt.ts';

/** A source of at most this many rows is counted whole before any of it is written. */
export const COUNTED_FIRST_ROWS = 10_000;
/** After so many chunks failed one after the other, the rest would hardly do better. */
const FAILED_IN_A_ROW = 3;
/** Waits before a chunk is tried again after a fault of the environment, in seconds; each is jittered. */
const WAITS = [1, 4, 16] as const;

export interface LaneRun {
  readonly signal: AbortSignal;
  /** When to give way to other imports, in ms since the epoch; null works on to the end. */
  readonly deadline: number | null;
}

/**
 * Why a lane stopped: nothing is left to do for now (`idle`; whoever changes that wakes it), its time was up (`yield`),
 * or the environment failed it and it should come back after a wait.
 */
export type LaneEnd =
  | { readonly kind: 'idle' }
  | { readonly kind: 'yield' }
  | { readonly kind: 'wait'; readonly seconds: number };

/**
 * Applies an import's chunks in their order, one transaction each, until none is left or its time is up. Any number of
 * lanes may run for one import; the fence lets one of them go on. Sends the finish job with the last chunk.
 */
export async function runLane(context: EngineContext, importId: string, run: LaneRun): Promise<LaneEnd> {
  const state = await readImport(context.database, importId);
  if (!state || !mayProcess(context, state)) return { kind: 'idle' };
  const application = applicationOf(context, state, run.signal);
  for await (const prepared of chunksAhead(context, state, application.importer)) {
    const end = await step(context, application, prepared);
    if (end) return end;
    if (run.deadline !== null && Date.now() >= run.deadline) return { kind: 'yield' };
    run.signal.throwIfAborted();
  }
  return { kind: 'idle' };
}

function mayProcess({ importers }: EngineContext, state: ImportState): boolean {
  const importer = importers.get(state.importerName);
  if (state.status !== 'RUNNING' || state.settled === null || !importer) return false;
  return state.planned || importer.limits.maxRows > COUNTED_FIRST_ROWS;
}

function applicationOf({ importers }: EngineContext, state: ImportState, signal: AbortSignal): Application {
  const importer = importers.get(state.importerName);
  if (!importer) throw new Error(`The importer ${state.importerName} is not registered here.`);
  return {
    scope: { projectId: state.projectId, importId: state.id },
    importer,
    policy: state.onDuplicate,
    options: state.options,
    signal,
  };
}

/** One chunk, whatever becomes of it; null to go on with the next. */
async function step(
  context: EngineContext,
  application: Application,
  prepared: PreparedChunk,
): Promise<LaneEnd | null> {
  const { importId } = application.scope;
  const log = context.log.child({ import: importId, chunk: prepared.chunk.index });
  try {
    await context.database.transaction(async (tx) => {
      const advanced = await processChunk(tx, application, prepared);
      if (advanced.finishDue) await context.jobs.wake(tx, 'finish', importId);
    });
    return null;
  } catch (error) {
    // Another lane was faster, or the import stopped. Coming back tells which, and leaves no gap when that lane ends.
    if (error instanceof LaneMoved) return { kind: 'yield' };
    application.signal.throwIfAborted();
    if (error instanceof BrokenImporter || blame(error) !== 'environment') {
      log.error({ err: error }, 'the chunk met an error in code; the import stops');
      await stop(context, importId, `An error in the importer or in Sluice stopped it: ${words(error)}`);
      return { kind: 'idle' };
    }
    return retryOrPass(context, application, prepared, error);
  }
}

/** A fault of the environment: come back later, or, after the last wait, fail the chunk and step past it. */
async function retryOrPass(
  context: EngineContext,
  application: Application,
  prepared: PreparedChunk,
  error: unknown,
): Promise<LaneEnd | null> {
  const { importId } = application.scope;
  const { index } = prepared.chunk;
  const attempt = { error: words(error), code: errorCode(error) };
  const attempts = await recordAttempt(context.database, importId, index, attempt);
  context.log.warn({ import: importId, chunk: index, attempt: attempts, err: error }, 'the environment failed a chunk');
  const wait = WAITS[attempts - 1];
  if (wait !== undefined) {
    const jittered = wait * (0.75 + Math.random() / 2);
    return { kind: 'wait', seconds: Math.max(jittered, askedWait(error) ?? 0) };
  }
  const advanced = await context.database.transaction(async (tx) => {
    const passed = await failChunk(tx, application, prepared, attempt.error);
    if (passed.finishDue) await context.jobs.wake(tx, 'finish', importId);
    await stopAfterFailures(tx, importId, passed, attempt.error);
    return passed;
  });
  return advanced.failedInARow >= FAILED_IN_A_ROW ? { kind: 'idle' } : null;
}

async function stopAfterFailures(
  tx: Parameters<typeof moveImport>[0],
  importId: string,
  passed: Advanced,
  cause: string,
): Promise<void> {
  if (passed.failedInARow < FAILED_IN_A_ROW) return;
  const reason = `${FAILED_IN_A_ROW} chunks failed one after the other, the last with: ${cause}. Resume when the cause is gone.`;
  await moveImport(tx, importId, 'fail', { reason });
}

async function stop(context: EngineContext, importId: string, reason: string): Promise<void> {
  await context.database.transaction((tx) => moveImport(tx, importId, 'fail', { reason }));
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
