/**
 * Of Tabs with more names than there is room for. A theme may let them hang out (react-admin's plain one does), and then
 * what is around them moves in place of them, and leaves the window empty.
 */
export const SCROLLED_TABS = { '& .MuiTabs-scroller': { overflow: 'auto hidden !important', scrollbarWidth: 'none' } };
