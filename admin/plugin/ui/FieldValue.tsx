import { useTranslate } from 'react-admin';
import { isRecord, jsonText } from '../api/json.ts';
import { useFeature } from '../importers/useFeature.ts';
import { useFieldName } from './words/useFieldName.ts';

interface FieldValueProps {
  readonly importer: string;
  readonly field: string;
  readonly value: unknown;
}

/** What a field of a record holds, as a person reads it. */
export function FieldValue({ importer, field, value }: FieldValueProps) {
  const shown = useShown(importer);
  const Own = useFeature(importer)?.FieldValue;
  return Own ? <Own field={field} value={value} plain={shown(value)} /> : shown(value);
}

/** Objects, such as addresses, as a person reads them: name and value, without braces. */
function useShown(importer: string): (value: unknown) => string {
  const translate = useTranslate();
  const fieldName = useFieldName();
  return shown;

  function shown(value: unknown): string {
    if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
    if (Array.isArray(value)) return value.map(shown).join(', ');
    if (!isRecord(value)) return jsonText(value);
    return Object.entries(value)
      .map(([name, inner]) => `${fieldName(importer, name)}: ${isRecord(inner) ? `(${shown(inner)})` : shown(inner)}`)
      .join(', ');
  }
}
