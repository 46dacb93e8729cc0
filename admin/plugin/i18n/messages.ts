import { de } from './de.ts';
import { en, type SluiceTexts } from './en.ts';

interface SluiceMessages {
  readonly sluice: SluiceTexts;
}

/** Merge into the host's messages, by language: every key is under `sluice`. */
export const sluiceMessages: Readonly<Record<'en' | 'de', SluiceMessages>> = { en: { sluice: en }, de: { sluice: de } };
