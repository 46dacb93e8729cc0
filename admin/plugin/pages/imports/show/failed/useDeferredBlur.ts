import { useEffect, useRef } from 'react';

/**
 * Tells that the focus has left an editor: at once, or, where it was a press of the mouse that took it, when that is
 * over. An editor that shrinks under a press moves what is being clicked away, and the click is lost.
 */
export function useDeferredBlur(onLeave: () => void): () => void {
  const pressed = useRef(false);
  const left = useRef(false);
  const tell = useRef(onLeave);
  tell.current = onLeave;
  useEffect(() => {
    const press = () => {
      pressed.current = true;
    };
    const release = () => {
      pressed.current = false;
      if (left.current) tell.current();
    };
    const listeners = [
      ['pointerdown', press] as const,
      ['pointerup', release] as const,
      ['pointercancel', release] as const,
    ];
    for (const [name, listener] of listeners) window.addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener, true);
    };
  }, []);
  return () => {
    if (pressed.current) left.current = true;
    else tell.current();
  };
}
