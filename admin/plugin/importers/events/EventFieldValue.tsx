import { useLocale } from 'react-admin';
import { plainText } from '../../ui/format/plainText.ts';
import type { FieldValueProps } from '../feature.ts';
import { EntityNames, entityKind } from './pages/entities/EntityNames.tsx';

const UTC_TIMES: readonly string[] = ['startAt', 'endAt'];
const HTML_FIELDS: readonly string[] = ['description', 'excerpt'];

/** What a field of an event holds, as a person reads it. */
export function EventFieldValue({ field, value, plain }: FieldValueProps) {
  const locale = useLocale();
  const kind = entityKind(field);
  if (kind) return <EntityNames kind={kind} value={value} />;
  if (typeof value === 'string') {
    if (UTC_TIMES.includes(field)) return timeInUtc(locale, value);
    if (HTML_FIELDS.includes(field)) return plainText(value);
  }
  return plain;
}

function timeInUtc(locale: string, iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(time);
}
