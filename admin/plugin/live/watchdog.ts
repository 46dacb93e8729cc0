export interface Watchdog {
  /** The other side was asked something: it has `patienceMs` to say anything at all. */
  asked(): void;
  heard(): void;
}

/** Calls `giveUp` when a question stays unanswered. */
export function createWatchdog(patienceMs: number, giveUp: () => void): Watchdog {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    asked() {
      timer ??= setTimeout(() => {
        timer = undefined;
        giveUp();
      }, patienceMs);
    },
    heard,
  };
}
