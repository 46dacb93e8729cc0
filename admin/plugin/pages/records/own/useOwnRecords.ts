import type { ImporterInfo, ListedRecord, RecordField } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useImporters } from '../../../ui/hooks/useImporter.ts';
import { useFieldName } from '../../../ui/words/useFieldName.ts';
import { useImporterName } from '../../../ui/words/useImporterName.ts';
import { usePath } from '../../../usePath.ts';

/** An importer of an author's own whose records the server can list. */
export interface OwnImporter {
  readonly name: string;
  readonly label: string;
  readonly fields: readonly RecordField[];
}

/** Those without pages of their own here; undefined until they are known. */
export function useOwnImporters(): readonly OwnImporter[] | undefined {
  const { features } = useSluice();
  const importers = useImporters();
  const importerName = useImporterName();
  const fieldName = useFieldName();
  const asOwn = ({ name, label, recordFields }: ImporterInfo): OwnImporter[] => {
    if (!recordFields || features.some(({ importer }) => importer === name)) return [];
    const fields = recordFields.map((field) => ({ ...field, label: fieldName(name, field.name, field.label) }));
    return [{ name, label: importerName(name, label), fields }];
  };
  return importers?.flatMap(asOwn);
}

/** The path of an importer's records, or of one of them. */
export function useOwnPath(): (importer: string, id?: string) => string {
  const path = usePath();
  return (importer, id) =>
    [path('records'), importer, ...(id === undefined ? [] : [id])]
      .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
      .join('/');
}

/** What a record is called: its first text, which as a rule is what imports know it by; else its id. */
export function nameOfRecord({ fields: own }: OwnImporter, { id, fields }: ListedRecord): string {
  const name = own.find(({ kind }) => kind === 'TEXT')?.name ?? '';
  return textOf(fields, name) || id;
}

function textOf(fields: unknown, name: string): string {
  const value: unknown = valueOfField(fields, name);
  return typeof value === 'string' ? value : '';
}

export function valueOfField(fields: unknown, name: string): unknown {
  return typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined;
}
