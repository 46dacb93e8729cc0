import { useEffect } from 'react';

/** Names the browser's tab after a page, in front of the app's own name, which it has again when the page is left. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const own = document.title;
    document.title = `${title} · ${own}`;
    return () => {
      document.title = own;
    };
  }, [title]);
}
