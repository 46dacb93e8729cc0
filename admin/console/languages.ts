import english from 'ra-language-english';
import type { TranslationMessages } from 'react-admin';
import { en, type SluiceTexts } from '../plugin/i18n/en.ts';
import { loadPart } from '../plugin/ui/browser/loadPart.ts';

export interface Messages extends TranslationMessages {
  readonly sluice: SluiceTexts;
}

export const LANGUAGES = [
  { locale: 'en', name: 'English' },
  { locale: 'de', name: 'Deutsch' },
] as const;
export type Language = (typeof LANGUAGES)[number]['locale'];

/** The key in react-admin's store of the chosen language. */
const SAVED_LANGUAGE = 'RaStore.locale';

/** The words of a language; another than English comes when it is chosen. */
export async function loadMessages(language: Language): Promise<Messages> {
  if (language === 'en') return { ...english, sluice: en };
  const [{ reactAdminGerman }, { de }] = await Promise.all([
    loadPart(() => import('./reactAdminGerman.ts')),
    loadPart(() => import('../plugin/i18n/de.ts')),
  ]);
  return { ...reactAdminGerman, sluice: de };
}

/** What was chosen before, else the first of the browser's languages that there is, else English. */
export function startingLanguage(): Language {
  const wanted = [savedLanguage(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  for (const tag of wanted) {
    const known = LANGUAGES.find(({ locale }) => locale === tag);
    if (known) return known.locale;
  }
  return 'en';
}

export function isLanguage(locale: string): locale is Language {
  return LANGUAGES.some((language) => language.locale === locale);
}

function savedLanguage(): string | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(SAVED_LANGUAGE) ?? 'null');
    return typeof value === 'string' ? value : null;
  } catch {
    // The browser does not store anything for us, or the value is not ours.
    return null;
  }
}
