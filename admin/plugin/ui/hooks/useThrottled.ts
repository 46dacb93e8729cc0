import { useEffect, useRef, useState } from 'react';

/** The value, changing at most once every `milliseconds`, and never left behind; 0: as it changes. */
export function useThrottled<Value>(value: Value, milliseconds: number): Value {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(0);
  useEffect(() => {
    const rest = Math.max(0, changedAt.current + milliseconds - Date.now());
    const timer = setTimeout(() => {
      changedAt.current = Date.now();
      setShown(value);
    }, rest);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return shown;
}
