import type { consoleTexts as english } from '../en/console.ts';

export const consoleTexts: typeof english = {
  console: {
    sign_in: 'Bei Sluice anmelden',
    sign_in_hint: 'Importe, die zu Ende bringen, was sie anfangen.',
    email: 'E-Mail',
    password: 'Passwort',
    submit: 'Anmelden',
    submitting: 'Wird angemeldet …',
    wrong: 'E-Mail oder Passwort ist falsch',
    too_often: 'Zu viele Versuche. Warten Sie eine Minute und versuchen Sie es noch einmal.',
    over: 'Ihre Sitzung ist beendet. Melden Sie sich an, dann sind Sie wieder, wo Sie waren.',
    first_start: 'Der erste Start gibt das Passwort des Administrators aus und bewahrt es im Datenordner auf.',
    menu: 'Hauptmenü',
    sign_out: 'Abmelden',
    account: 'Konto von %{who}',
    theme_light: 'Helle Darstellung',
    theme_dark: 'Dunkle Darstellung',
    language: 'Sprache',
    open_menu: 'Menü öffnen',
  },
};
