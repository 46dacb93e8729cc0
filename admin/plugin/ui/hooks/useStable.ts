import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same object and does what the latest one given does, so that memoised children rest. */
export function useStable<Args extends readonly unknown[], Result>(
  latest: (...args: Args) => Result,
): (...args: Args) => Result {
  const ref = useRef(latest);
  useLayoutEffect(() => {
    ref.current = latest;
  });
  return useCallback((...args: Args) => ref.current(...args), []);
}
