import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'react-admin';
import { isLanguage, LANGUAGES, type Language, loadMessages, type Messages } from './languages.ts';

/** The console's languages. The first one is passed with its texts, since react-admin cannot wait for them. */
export function createI18nProvider(language: Language, messages: Messages): I18nProvider {
  document.documentElement.lang = language;
  const provider = polyglotI18nProvider(
    (locale) => (locale === language ? messages : loadMessages(isLanguage(locale) ? locale : 'en')),
    language,
    [...LANGUAGES],
  );
  return {
    ...provider,
    async changeLocale(locale) {
      await provider.changeLocale(locale);
      document.documentElement.lang = locale;
    },
  };
}
