import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { reasonOf } from '../../messages/messageError.ts';
import type { Db } from '../../sdk/records.ts';
import { resolveReimported } from '../failedRows/resolveReimported.ts';
import { classifyError, errorCode, retryDelay } from '../model/classifyError.ts';
import type { EngineContext } from '../model/context.ts';
import { inSpan } from '../model/trace.ts';
import { recordAttempt } from '../store/chunks.ts';
import type { Advanced } from '../store/cursor.ts';
import type { ImportRun } from './applyRows.ts';
import { transition } from './endImport.ts';
import {
  BrokenImporter,
  failChunk,
  type PreparedChunk,
  type ProcessedChunk,
  processChunk,
  StaleCursorError,
} from './processChunk.ts';

/** After this many failed chunks in a row, the import fails: the others would most likely fail too. */
const FAILED_IN_A_ROW = 3;

/**
 * Why a chunk runner stopped. `idle`: nothing to do for now; a later change sends a new job. `yield`: the deadline has
 * passed. `wait`: a transient error; continue after `seconds`.
 */
export type RunResult =
  | { readonly kind: 'idle' }
  | { readonly kind: 'yield' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** Applies one chunk in a transaction and handles its errors. Null: continue with the next chunk. */
export async function applyChunk(
  context: EngineContext,
  importRun: ImportRun,
  prepared: PreparedChunk,
): Promise<RunResult | null> {
  const { importId } = importRun.scope;
  try {
    const began = performance.now();
    const stopped = await inSpan('chunk', { import: importId, chunk: prepared.chunk.index }, () =>
      context.database.transaction(async (tx) => {
        const processed = await processChunk(tx, importRun, prepared);
        return stopOrFinish(context, tx, importId, processed);
      }),
    );
    context.chunkApplied?.((performance.now() - began) / 1000);
    return stopped ? { kind: 'idle' } : null;
  } catch (error) {
    // Another chunk runner was faster, or the import has stopped. A further job finds out which, and makes sure that
    // the import continues if the other chunk runner ends.
    if (error instanceof StaleCursorError) return { kind: 'yield' };
    importRun.signal.throwIfAborted();
    if (error instanceof BrokenImporter || classifyError(error) !== 'environment') {
      const about = { import: importId, chunk: prepared.chunk.index, err: error };
      context.log.error(about, 'the import failed because of an error in code');
      // What the database or a library says of a mistake in code is for the log.
      const cause = error instanceof BrokenImporter ? error.reason : message('SEE_LOG');
      await context.database.transaction((tx) =>
        transition(context, tx, importId, 'fail', { reason: message('UNEXPECTED_ERROR', { cause }) }),
      );
      return { kind: 'idle' };
    }
    return retryOrPass(context, importRun, prepared, error);
  }
}

/** In the chunk's transaction: closes the origins of reimported rows, then fails the import or sends its finish job. */
async function stopOrFinish(
  context: EngineContext,
  tx: Db,
  importId: string,
  processed: ProcessedChunk,
): Promise<boolean> {
  await resolveReimported(context, tx, importId, processed.reimported);
  const reason = errorRateExceeded(processed);
  if (reason !== null) return transition(context, tx, importId, 'fail', { reason });
  if (processed.finishDue) await context.jobs.wake(tx, 'finish', importId);
  return false;
}

/** After a transient error: wait and retry, or, after the last attempt, fail the chunk and move past it. */
async function retryOrPass(
  context: EngineContext,
  importRun: ImportRun,
  prepared: PreparedChunk,
  error: unknown,
): Promise<RunResult | null> {
  const { importId } = importRun.scope;
  const { index } = prepared.chunk;
  const attempt = { error: reasonOf(error), code: errorCode(error) };
  const attempts = await recordAttempt(context.database, importId, index, attempt);
  context.log.warn(
    { import: importId, chunk: index, attempt: attempts, err: error },
    'a chunk failed with a transient error',
  );
  const seconds = retryDelay(attempts, error);
  if (seconds !== null) return { kind: 'wait', seconds };
  return context.database.transaction(async (tx) => {
    const passed = await failChunk(tx, importRun, prepared, attempt.error);
    if (passed.failedInARow >= FAILED_IN_A_ROW) {
      await transition(context, tx, importId, 'fail', {
        reason: message('CHUNKS_FAILED', { count: FAILED_IN_A_ROW, cause: attempt.error }),
      });
      return { kind: 'idle' };
    }
    return (await stopOrFinish(context, tx, importId, passed)) ? { kind: 'idle' } : null;
  });
}

/** Before so many rows have an outcome (or all, where the source has fewer) a share says little. */
export const ERROR_RATE_MIN_ROWS = 100;

/** Why the import must stop by its maxErrorRate; null where it need not. Discarded rows count as failed. */
export function errorRateExceeded(
  counts: Pick<Advanced, 'maxErrorRate' | 'attempted' | 'bad' | 'finishDue'>,
): Message | null {
  const { maxErrorRate, attempted, bad, finishDue } = counts;
  if (maxErrorRate === null || attempted === 0) return null;
  if (attempted < ERROR_RATE_MIN_ROWS && !finishDue) return null;
  if (bad / attempted <= maxErrorRate) return null;
  return message('OVER_ERROR_RATE', { count: bad, rows: attempted, threshold: maxErrorRate });
}
