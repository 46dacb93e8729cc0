import { useLocale, useTranslate } from 'react-admin';
import { isRecord, jsonText } from '../api/json.ts';
import { EntityNames, entityKind } from './EntityNames.tsx';
import { plainText } from './format/plainText.ts';
import { useFieldName } from './words/useFieldName.ts';

interface FieldValueProps {
  readonly importer: string;
  readonly field: string;
  readonly value: unknown;
}

/** What a field of a record holds, as a person reads it. */
export function FieldValue({ importer, field, value }: FieldValueProps) {
  const shown = useShown(importer);
  const locale = useLocale();
  const kind = entityKind(importer, field);
  if (kind) return <EntityNames kind={kind} value={value} />;
  if (importer === 'events' && typeof value === 'string') {
    if (UTC_TIMES.includes(field)) return timeInUtc(locale, value);
    if (HTML_FIELDS.includes(field)) return plainText(value);
  }
  return shown(value);
}

const UTC_TIMES: readonly string[] = ['startAt', 'endAt'];
const HTML_FIELDS: readonly string[] = ['description', 'excerpt'];

function timeInUtc(locale: string, iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(time);
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
