import { setInterval as ticks } from 'node:timers/promises';
import { applicationOf } from './applicationOf.ts';
import { applyChunk, type LaneEnd } from './applyChunk.ts';
import { chunksAhead } from './chunksAhead.ts';
import type { EngineContext } from './context.ts';
import { type ImportState, readImport } from './store/readImport.ts';

/** A source of at most this many rows is counted whole before any of it is written. */
export const COUNTED_FIRST_ROWS = 10_000;
/** How often a lane looks whether somebody paused or cancelled its import meanwhile, in ms. */
const WATCH_MS = 500;

export interface LaneRun {
  readonly signal: AbortSignal;
  /** When to give way to other imports, in ms since the epoch; null works on to the end. */
  readonly deadline: number | null;
}

/**
 * Applies an import's chunks in their order, one transaction each, until none is left or its time is up. Any number of
 * lanes may run for one import; the fence lets one of them go on. Sends the finish job with the last chunk.
 */
export async function runLane(context: EngineContext, importId: string, run: LaneRun): Promise<LaneEnd> {
  const state = await readImport(context.database, importId);
  if (!state || !mayProcess(context, state)) return { kind: 'idle' };
  const ended = new AbortController();
  const stopped = watchStatus(context, importId, ended.signal);
  try {
    const application = await applicationOf(context, state, AbortSignal.any([run.signal, stopped]));
    for await (const prepared of chunksAhead(context, state, application.importer)) {
      const end = await applyChunk(context, application, prepared);
      if (end) return end;
      application.signal.throwIfAborted();
      if (run.deadline !== null && Date.now() >= run.deadline) return { kind: 'yield' };
    }
    return { kind: 'idle' };
  } catch (error) {
    if (stopped.aborted) return { kind: 'idle' };
    throw error;
  } finally {
    ended.abort();
  }
}

/** Aborted once the import is no longer RUNNING: a long chunk then stops between two statements. */
function watchStatus({ database }: EngineContext, importId: string, until: AbortSignal): AbortSignal {
  const stopped = new AbortController();
  const watch = async (): Promise<void> => {
    for await (const _ of ticks(WATCH_MS, undefined, { signal: until, ref: false })) {
      // A database that is away shows elsewhere.
      const state = await readImport(database, importId).catch(() => undefined);
      if (state !== undefined && state?.status !== 'RUNNING') stopped.abort();
    }
  };
  watch().catch(() => {});
  return stopped.signal;
}

function mayProcess({ importers }: EngineContext, state: ImportState): boolean {
  const importer = importers.get(state.importerName);
  if (state.status !== 'RUNNING' || state.settled === null || !importer) return false;
  return state.planned || importer.limits.maxRows > COUNTED_FIRST_ROWS;
}
