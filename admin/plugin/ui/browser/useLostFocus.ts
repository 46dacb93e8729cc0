import { type RefObject, useEffect, useRef } from 'react';

/**
 * Takes the focus when it appears and nothing has the focus: the pressed element went away, and keyboard users would
 * start again at the top of the page. The element needs a tabIndex of -1.
 */
export function useLostFocus<Taker extends HTMLElement>(): RefObject<Taker | null> {
  const taker = useRef<Taker | null>(null);
  useEffect(() => {
    // A page that was just loaded has not lost it: there, the browser begins at the top.
    if (document.activeElement === document.body && navigator.userActivation.hasBeenActive)
      taker.current?.focus({ preventScroll: true });
  }, []);
  return taker;
}
