import { de } from './de.ts';
import { en, type SluiceWords } from './en.ts';

interface SluiceMessages {
  readonly sluice: SluiceWords;
}

/** Merge into the host's messages, by language: every key is under `sluice`. */
export const sluiceMessages: Readonly<Record<'en' | 'de', SluiceMessages>> = { en: { sluice: en }, de: { sluice: de } };
