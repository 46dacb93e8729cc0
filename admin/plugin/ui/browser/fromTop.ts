/** A link's state by which react-admin shows the page that it leads to from its top. Going back keeps one's place. */
export const FROM_TOP = { _scrollToTop: true } as const;
