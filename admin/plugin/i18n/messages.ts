import { en, type SluiceWords } from './en.ts';

interface SluiceMessages {
  readonly sluice: SluiceWords;
}

/** Merge into the host's messages: every key is under `sluice`. */
export const sluiceMessages: Readonly<Record<'en', SluiceMessages>> = { en: { sluice: en } };
