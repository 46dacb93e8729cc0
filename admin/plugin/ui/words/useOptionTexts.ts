import { useLocale, useTranslate } from 'react-admin';
import { isRecord, jsonText } from '../../api/json.ts';
import { countryName } from '../format/countryName.ts';
import { useFormat } from '../format/useFormat.ts';

/** Options that are countries. */
const COUNTRIES = ['defaultRegion'];

/** Options as a person reads them, each "label: value"; by their names where the language knows them. */
export function useOptionTexts(): (options: unknown) => readonly string[] {
  const locale = useLocale();
  const translate = useTranslate();
  const format = useFormat();
  return textsOf;

  function textsOf(options: unknown): readonly string[] {
    const entries = Object.entries(isRecord(options) ? options : {}).filter(([, value]) => value !== null);
    return entries.map(([name, value]) => {
      const label = translate(`sluice.options.${name}.label`, { _: name });
      return `${label}: ${isRecord(value) ? textsOf(value).join('; ') : valueText(name, value)}`;
    });
  }

  function valueText(name: string, value: unknown): string {
    if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
    if (typeof value === 'number') return format.number(value);
    if (Array.isArray(value)) return value.map(String).join(', ');
    const text = jsonText(value);
    if (COUNTRIES.includes(name)) return countryName(locale, text) ?? text;
    return translate(`sluice.options.${name}.choices.${text}`, { _: text });
  }
}
