/** What stands around the pages: sign-in, bar and menu. */
export const consoleWords = {
  console: {
    sign_in: 'Sign in to Sluice',
    sign_in_hint: 'Imports that finish what they start.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    wrong: 'E-mail and password do not match.',
    too_often: 'Too many attempts. Wait a minute, then try again.',
    over: 'Your session has ended. Sign in, and you are back where you were.',
    first_start: 'The first start prints the administrator’s password and keeps it in the data folder.',
    menu: 'Main',
    sign_out: 'Sign out',
    account: 'Account of %{who}',
    theme_light: 'Light theme',
    theme_dark: 'Dark theme',
    language: 'Language',
    open_menu: 'Open menu',
  },
};
