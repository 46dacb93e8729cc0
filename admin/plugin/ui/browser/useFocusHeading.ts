import { type RefObject, useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';
import { useSluice } from '../../SluiceContext.tsx';

/** Whose pages were seen already: where one enters, the browser itself begins at the top. */
const entered = new WeakSet<object>();

/**
 * Puts the focus on a page's heading when the viewer follows a link to the page or goes back to it, so that a screen
 * reader announces the page and Tab continues from there. An element in the page or in a dialog that already has the
 * focus keeps it.
 */
export function useFocusHeading(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<{ readonly title: string; readonly pathname: string } | null>(null);
  const { sluice } = useSluice();
  const { pathname } = useLocation();
  const method = useNavigationType();
  useEffect(() => {
    // A page stays rendered while the next page loads, and a title can change in place (with the language).
    const isSame = shown.current?.pathname === pathname || shown.current?.title === title;
    if (shown.current?.title !== title) shown.current = { title, pathname };
    if (isSame) return;
    const isEntry = method === 'POP' && !entered.has(sluice);
    entered.add(sluice);
    const focused = document.activeElement;
    const page = heading.current?.closest('header')?.parentElement;
    if (isEntry || !page || page.contains(focused) || focused?.closest('[role="dialog"]')) return;
    // react-admin restores the scroll position of a page that the viewer goes back to.
    heading.current?.focus({ preventScroll: true });
  }, [title, pathname, method, sluice]);
  return heading;
}
