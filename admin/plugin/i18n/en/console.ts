/** The frame of the pages: sign-in, app bar and menu. */
export const consoleTexts = {
  console: {
    sign_in: 'Sign in to Sluice',
    sign_in_hint: 'Imports that finish what they start.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    wrong: 'Incorrect e-mail or password',
    too_often: 'Too many attempts. Wait a minute and try again.',
    over: 'Your session has ended. Sign in to continue where you left off.',
    first_start: 'The first start prints the administrator’s password and saves it in the data folder.',
    menu: 'Main',
    sign_out: 'Sign out',
    account: 'Account of %{who}',
    theme_light: 'Light theme',
    theme_dark: 'Dark theme',
    language: 'Language',
    open_menu: 'Open menu',
  },
};
