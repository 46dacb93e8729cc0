import polyglotI18nProvider from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import type { I18nProvider } from 'react-admin';
import { sluiceMessages } from '../plugin/i18n/messages.ts';

export function createI18nProvider(): I18nProvider {
  return polyglotI18nProvider(() => ({ ...english, sluice: { ...sluiceMessages.en.sluice } }), 'en', [
    { locale: 'en', name: 'English' },
  ]);
}
