import { Chip } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { jsonText } from '../../../api/json.ts';
import { type RecordSelection, recordSelection } from '../../../api/recordFilters.ts';
import type { ListedRecord } from '../../../api/types.ts';
import { importKey } from '../../../live/patchCache.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { ListFilters } from '../../../ui/lists/ListFilters.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { useSourceName } from '../../../ui/words/useSourceName.ts';
import { ExportButton } from '../export/ExportButton.tsx';
import { FieldFilters } from './FieldFilters.tsx';
import { type OwnImporter, valueOfField } from './useOwnRecords.ts';

interface RecordFiltersProps {
  readonly importer: OwnImporter;
  readonly projectId: string;
}

/** What narrows the records: a search, filters of fields, an import. */
export function RecordFilters({ importer, projectId }: RecordFiltersProps) {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const values: RecordSelection = filterValues ?? {};
  const change = (changed: RecordSelection) => {
    const entries = Object.entries({ ...values, ...changed });
    setFilters(Object.fromEntries(entries.filter(([, value]) => value && value.length > 0)));
  };
  return (
    <ListFilters beside={<RecordExport importer={importer} projectId={projectId} />}>
      {importer.fields.some(({ searched }) => searched) ? (
        <SearchField
          label={translate('sluice.records.search')}
          value={values.search ?? ''}
          onSearch={(search) => change({ search })}
        />
      ) : null}
      <FieldFilters fields={importer.fields} filters={values.where ?? []} onChange={(where) => change({ where })} />
      {values.importId ? <ImportChip id={values.importId} onClear={() => change({ importId: '' })} /> : null}
    </ListFilters>
  );
}

function RecordExport({ importer, projectId }: RecordFiltersProps) {
  const { filterValues, sort } = useListContext();
  const { api } = useSluice().sluice;
  const order = { field: sort.field, direction: sort.order };
  const cellsOf = ({ fields }: ListedRecord) =>
    Object.fromEntries(importer.fields.map(({ name, label }) => [label, jsonText(valueOfField(fields, name))]));
  return (
    <ExportButton
      name={importer.name}
      cellsOf={cellsOf}
      read={(from) =>
        api.recordExport({
          ...from,
          projectId,
          importer: importer.name,
          ...recordSelection(filterValues ?? {}, order),
        })
      }
    />
  );
}

function ImportChip({ id, onClear }: { id: string; onClear: () => void }) {
  const sourceName = useSourceName();
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const { data } = useSluiceQuery({ queryKey: importKey(id), queryFn: () => api.importById(id) });
  return (
    <Chip
      label={translate('sluice.records.of_import', { name: data ? sourceName(data.sourceName) : id })}
      onDelete={onClear}
    />
  );
}
