import { useTranslate } from 'react-admin';

/** An importer's name in the person's language; that of one which no language knows as its author calls it. */
export function useImporterName(): (name: string, label: string | null | undefined) => string {
  const translate = useTranslate();
  return (name, label) => translate(`sluice.importers.${name}`, { _: label ?? name });
}
