/**
 * What one watcher has not taken yet: of each key the latest value only, so that a slow client costs no memory and
 * gets no news of yesterday. An iterator by hand and no generator, whose return() would wait for the value after next.
 */
export interface LatestQueue<T> extends AsyncIterableIterator<T, undefined> {
  put(key: string, value: T): void;
  /** Ends the iteration once everything put before is taken. */
  end(): void;
}

/** `onClose` runs once: when the queue has ended, or when the consumer leaves. */
export function createLatestQueue<T>(onClose: () => void): LatestQueue<T> {
  const values = new Map<string, T>();
  const waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  let ended = false;

  function close(): void {
    if (ended) return;
    ended = true;
    onClose();
    if (values.size === 0) for (const resolve of waiting.splice(0)) resolve({ done: true, value: undefined });
  }

  function take(): IteratorResult<T, undefined> | null {
    for (const [key, value] of values) {
      values.delete(key);
      return { done: false, value };
    }
    return ended ? { done: true, value: undefined } : null;
  }

  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    put(key, value) {
      if (ended) return;
      const resolve = waiting.shift();
      if (resolve) resolve({ done: false, value });
      else values.set(key, value);
    },
    end: close,
    next() {
      const result = take();
      if (result) return Promise.resolve(result);
      return new Promise((resolve) => waiting.push(resolve));
    },
    return() {
      values.clear();
      close();
      return Promise.resolve({ done: true, value: undefined });
    },
  };
}
