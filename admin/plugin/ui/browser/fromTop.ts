/** A link's state that makes react-admin show the target from its top. Going back keeps the scroll position. */
export const FROM_TOP = { _scrollToTop: true } as const;
