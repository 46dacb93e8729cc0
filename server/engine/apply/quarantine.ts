import { setTimeout as wait } from 'node:timers/promises';

/** How long one that is to be alone waits for others to end their turn, in ms. */
const PATIENCE_MS = 10_000;

/** Keeps work that may end the process away from other work in it. */
export interface Quarantine {
  /**
   * Waits until the work may begin; the answer ends its stay, called any number of times. Nothing else begins while
   * one is alone or waits to be. Rejects when `signal` is aborted while it waits.
   */
  enter(options: { readonly alone: boolean; readonly signal?: AbortSignal | undefined }): Promise<() => void>;
}

/** `patienceMs`: long work is not waited for without end, since it would keep all others waiting too. */
export function createQuarantine(patienceMs: number = PATIENCE_MS): Quarantine {
  let closed: PromiseWithResolvers<void> | null = null;
  let inside = 0;
  let emptied = Promise.withResolvers<void>();

  const open = (door: PromiseWithResolvers<void>): void => {
    if (closed === door) closed = null;
    door.resolve();
  };

  return {
    async enter({ alone, signal }) {
      while (closed !== null) await unlessAborted(closed.promise, signal);
      if (!alone) {
        if (inside === 0) emptied = Promise.withResolvers();
        inside += 1;
        return once(() => {
          inside -= 1;
          if (inside === 0) emptied.resolve();
        });
      }
      const door = Promise.withResolvers<void>();
      closed = door;
      try {
        const late = new AbortController();
        const patience = wait(patienceMs, undefined, { signal: late.signal }).catch(() => undefined);
        if (inside > 0) await unlessAborted(Promise.race([emptied.promise, patience]), signal);
        late.abort();
      } catch (error) {
        open(door);
        throw error;
      }
      return () => open(door);
    },
  };
}

async function unlessAborted(promise: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (!signal) return promise;
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function once(leave: () => void): () => void {
  let left = false;
  return () => {
    if (left) return;
    left = true;
    leave();
  };
}
