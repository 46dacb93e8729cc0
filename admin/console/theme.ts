import { bwDarkTheme, bwLightTheme, type RaThemeOptions } from 'react-admin';

const FONT = 'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

interface Colours {
  readonly primary: { main: string; dark: string; light: string; contrastText: string };
  readonly page: string;
  readonly paper: string;
  readonly line: string;
  readonly head: string;
}

const LIGHT: Colours = {
  primary: { main: '#1d4ed8', dark: '#1e3a8a', light: '#3b82f6', contrastText: '#ffffff' },
  page: '#f6f7f9',
  paper: '#ffffff',
  line: '#e2e5ea',
  head: '#eef1f5',
};
const DARK: Colours = {
  primary: { main: '#8ab4ff', dark: '#5b93f5', light: '#b3cdff', contrastText: '#0a1020' },
  page: '#0d1016',
  paper: '#151a22',
  line: '#2b323e',
  head: '#1c2330',
};

/** For those whose system asks for it: nothing fades, grows or slides, so that what they act on is there at once. */
const STILL: RaThemeOptions['transitions'] = {
  create: () => 'none',
  getAutoHeightDuration: () => 0,
  duration: {
    shortest: 0,
    shorter: 0,
    short: 0,
    standard: 0,
    complex: 0,
    enteringScreen: 0,
    leavingScreen: 0,
  },
};
/** What a library animates without asking the theme. It ends at once, and what waits for its end hears of it. */
const STILL_STYLES = {
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': {
      animationDuration: '0.01ms !important',
      animationIterationCount: '1 !important',
      transitionDuration: '0.01ms !important',
      scrollBehavior: 'auto !important',
    },
  },
};

function wantsStillness(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}

/** react-admin's plain theme, with a blue for what one acts on, and tables that read as tables. */
function withColours(base: RaThemeOptions, colours: Colours): RaThemeOptions {
  const surface = { backgroundColor: colours.paper, borderColor: colours.line };
  const ring = { outline: `2px solid ${colours.primary.main}`, outlineOffset: 2 };
  // Where what is around it would cut the ring off.
  const within = { styleOverrides: { root: { '&.Mui-focusVisible': { outlineOffset: -2 } } } };
  const filled = { backgroundColor: colours.primary.main, color: colours.primary.contrastText };
  return {
    ...base,
    ...(wantsStillness() ? { transitions: STILL } : {}),
    sidebar: { width: 208, closedWidth: 56 },
    palette: {
      ...base.palette,
      primary: colours.primary,
      secondary: { main: base.palette?.mode === 'dark' ? '#e7ebf2' : '#1f2937' },
      divider: colours.line,
      background: { default: colours.page, paper: colours.paper },
    },
    typography: { ...base.typography, fontFamily: FONT, fontWeightMedium: 600, fontWeightBold: 700, htmlFontSize: 16 },
    components: {
      ...base.components,
      MuiCssBaseline: {
        styleOverrides: {
          ...STILL_STYLES,
          ':root': { colorScheme: base.palette?.mode ?? 'light' },
          // What the focus goes to is never brought to lie under the bar.
          html: { scrollPaddingTop: 64 },
          body: { backgroundColor: colours.page },
          ':focus-visible': ring,
          // Focus moves there to continue reading; it is not a control.
          ':is(h1, h2, h3)[tabindex="-1"]:focus-visible': { outline: 'none' },
        },
      },
      // react-admin's plain theme takes the ripples away, which are all that Material UI shows of the focus.
      MuiButtonBase: { ...base.components?.MuiButtonBase, styleOverrides: { root: { '&.Mui-focusVisible': ring } } },
      MuiMenuItem: within,
      MuiListItemButton: { ...base.components?.MuiListItemButton, ...within },
      MuiTab: {
        styleOverrides: {
          root: [base.components?.MuiTab?.styleOverrides?.root, { '&.Mui-focusVisible': { outlineOffset: -2 } }],
        },
      },
      // Its own colour is that of a filled button, on the page's background.
      RaSkipNavigationButton: { styleOverrides: { root: { ...filled, '&:hover': filled } } },
      MuiPaper: {
        styleOverrides: { root: { ...surface, backgroundImage: 'none', border: `1px solid ${colours.line}` } },
      },
      MuiAppBar: {
        styleOverrides: {
          root: { boxShadow: 'none', border: 0, borderBottom: `1px solid ${colours.line}` },
        },
      },
      MuiTableSortLabel: { styleOverrides: { root: { color: 'inherit' } } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: colours.line },
          head: { backgroundColor: colours.head, fontWeight: 600, whiteSpace: 'nowrap' },
        },
      },
      MuiFormControl: { styleOverrides: { root: { backgroundColor: 'transparent' } } },
      MuiButton: {
        defaultProps: { variant: 'outlined', disableRipple: true },
        styleOverrides: { root: { textTransform: 'none', boxShadow: 'none', fontWeight: 600 } },
      },
    },
  };
}

export const lightTheme = withColours(bwLightTheme, LIGHT);
export const darkTheme = withColours(bwDarkTheme, DARK);
