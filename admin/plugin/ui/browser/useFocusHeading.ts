import { type RefObject, useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';
import { useSluice } from '../../SluiceContext.tsx';

/** Whose pages were seen already: where one enters, the browser itself begins at the top. */
const entered = new WeakSet<object>();

/**
 * Puts the focus on a page's heading when one comes to the page by a link or goes back to it, so that a screen reader
 * says where one is and the next Tab goes on from there. What has the focus in the page itself, or in a dialog over it,
 * keeps it.
 */
export function useFocusHeading(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<{ readonly title: string; readonly pathname: string } | null>(null);
  const { sluice } = useSluice();
  const { pathname } = useLocation();
  const method = useNavigationType();
  useEffect(() => {
    // A page is still drawn while the next one is on its way, and a title may change where it stands (its language).
    const isSame = shown.current?.pathname === pathname || shown.current?.title === title;
    if (shown.current?.title !== title) shown.current = { title, pathname };
    if (isSame) return;
    const isEntry = method === 'POP' && !entered.has(sluice);
    entered.add(sluice);
    const focused = document.activeElement;
    const page = heading.current?.closest('header')?.parentElement;
    if (isEntry || !page || page.contains(focused) || focused?.closest('[role="dialog"]')) return;
    // react-admin finds the place where one was in a page that one goes back to.
    heading.current?.focus({ preventScroll: true });
  }, [title, pathname, method, sluice]);
  return heading;
}
