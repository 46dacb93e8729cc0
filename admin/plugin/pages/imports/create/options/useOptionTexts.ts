import { useTranslate } from 'react-admin';
import type { OptionField } from './schema.ts';

export interface OptionTexts {
  readonly label: string;
  readonly text: string;
  /** What is chosen by a choice of an option that has some. */
  readonly choice: (name: string) => string;
}

/** A label and a help for an option: by its name where the language knows it, else the importer's own words. */
export function useOptionTexts(): (field: OptionField) => OptionTexts {
  const translate = useTranslate();
  return ({ name, description }) => ({
    label: translate(`sluice.options.${name}.label`, { _: spaced(name) }),
    text: translate(`sluice.options.${name}.text`, { _: description }),
    choice: (one) => translate(`sluice.options.${name}.choices.${one}`, { _: one }),
  });
}

/** defaultRegion: Default region. */
function spaced(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
