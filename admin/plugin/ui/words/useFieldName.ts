import { useTranslate } from 'react-admin';

/** A field's name in the person's language; that of an importer which no language knows as its author calls it. */
export function useFieldName(): (importer: string, field: string, label?: string) => string {
  const translate = useTranslate();
  return (importer, field, label) => translate(`sluice.fields.${importer}.${field}`, { _: label ?? field });
}
