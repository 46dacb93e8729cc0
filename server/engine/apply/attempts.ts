import { setInterval as ticks } from 'node:timers/promises';
import { v4 as uuidv4 } from 'uuid';
import type { Attempts, Database, EngineContext } from '../model/context.ts';
import {
  type Attempt,
  beginAttempt,
  countCrashes,
  endAttempt,
  hasProgressed,
  releaseAttempt,
  releaseAttempts,
} from '../store/attempts.ts';
import { failAfterCrashes } from './failAfterCrashes.ts';
import { createQuarantine } from './quarantine.ts';

/** So often in a row an import's work may end or freeze its process before the import has FAILED. */
export const MAX_CRASHES = 3;
/** How often it is seen whether work that is alone has made progress, in ms. */
const WATCH_MS = 1_000;

export function createAttempts(database: Database): Attempts {
  const processId = uuidv4();
  const quarantine = createQuarantine();
  let state: 'open' | 'crashed' | 'released' = 'open';

  /** Begins the work once it may; how to leave, or null where the import has FAILED. */
  async function begin(context: EngineContext, attempt: Attempt, signal?: AbortSignal): Promise<(() => void) | null> {
    for (let alone = false; ; alone = true) {
      const leave = await quarantine.enter({ alone, signal });
      try {
        if (await beginAttempt(database, attempt, alone ? MAX_CRASHES : MAX_CRASHES - 1)) {
          return alone ? leaveOnProgress(attempt, leave) : leave;
        }
        const crashes = await countCrashes(database, attempt);
        // There is no such import, or somebody else took its work up meanwhile: it comes to nothing.
        if (crashes < MAX_CRASHES - 1) return leave;
        if (crashes >= MAX_CRASHES) {
          await failAfterCrashes(context, attempt, crashes);
          leave();
          return null;
        }
      } catch (error) {
        leave();
        throw error;
      }
      leave();
    }
  }

  /** Leaves as soon as the work has shown that it gets on. */
  function leaveOnProgress(attempt: Attempt, leave: () => void): () => void {
    const ended = new AbortController();
    const watch = async (): Promise<void> => {
      for await (const _ of ticks(WATCH_MS, undefined, { signal: ended.signal, ref: false })) {
        // A database that is away shows elsewhere.
        if (await hasProgressed(database, attempt).catch(() => false)) return leave();
      }
    };
    watch().catch(() => {});
    return () => {
      ended.abort();
      leave();
    };
  }

  return {
    async attempt(context, { importId, kinds, signal }, run) {
      if (state === 'released') return run();
      const attempt = { importId, kinds, processId };
      const leave = await begin(context, attempt, signal);
      if (leave === null) return null;
      const quietly = (error: unknown): void => {
        context.log.warn({ import: importId, err: error }, 'the end of an attempt could not be recorded');
      };
      try {
        const result = await run();
        await endAttempt(database, attempt).catch(quietly);
        return result;
      } catch (error) {
        if (state !== 'crashed') await releaseAttempt(database, attempt).catch(quietly);
        throw error;
      } finally {
        leave();
      }
    },
    crash() {
      state = 'crashed';
    },
    async release() {
      if (state !== 'open') return;
      state = 'released';
      await releaseAttempts(database, processId);
    },
  };
}
