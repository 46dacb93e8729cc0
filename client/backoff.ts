import { Unreachable } from './errors.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** A server that is away for longer is not being restarted. */
const GIVE_UP_MS = 5 * 60_000;

/** Waits that grow, with jitter, until something works again. */
export interface Backoff {
  /** Waits after a failure; throws that failure once it has gone on for too long. */
  wait(failure: Unreachable): Promise<void>;
  /** It works. */
  reset(): void;
}

export function createBackoff(): Backoff {
  let failures = 0;
  let since = 0;
  return {
    async wait(failure) {
      if (failures === 0) since = Date.now();
      if (Date.now() - since > GIVE_UP_MS) throw failure;
      const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
      failures += 1;
      await new Promise((done) => setTimeout(done, longest * (0.5 + Math.random() / 2)));
    },
    reset: () => {
      failures = 0;
    },
  };
}

/** Does something that may be done twice, until the server answers. Throws Unreachable after five minutes. */
export async function persist<T>(work: () => Promise<T>): Promise<T> {
  const backoff = createBackoff();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      await backoff.wait(error);
    }
  }
}
