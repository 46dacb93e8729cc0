import type { ImporterInfo } from '../../api/types.ts';
import { useFieldName } from './useFieldName.ts';
import { useImporterName } from './useImporterName.ts';

/** An importer with its label and those of its fields in the person's language. */
export function useImporterTexts(): (importer: ImporterInfo) => ImporterInfo {
  const importerName = useImporterName();
  const fieldName = useFieldName();
  return (importer) => ({
    ...importer,
    label: importerName(importer.name, importer.label),
    fields: importer.fields.map((field) => ({ ...field, label: fieldName(importer.name, field.name, field.label) })),
  });
}
