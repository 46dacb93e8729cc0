import { useTranslate } from 'react-admin';
import type { ListedRecord } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { Fact, FactList } from '../../../ui/FactList.tsx';
import { FieldValue } from '../../../ui/FieldValue.tsx';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { useProject } from '../../project/useProject.ts';
import { RecordPage } from '../RecordPage.tsx';
import { WebLink } from '../WebLink.tsx';
import { nameOfRecord, type OwnImporter, useOwnPath, valueOfField } from './useOwnRecords.ts';

/** One record with all of its fields, and every import that touched it. */
export function OwnRecordPage({ importer, id }: { importer: OwnImporter; id: string }) {
  const translate = useTranslate();
  const path = useOwnPath();
  const project = useProject();
  const { api } = useSluice().sluice;
  const projectId = project.kind === 'ready' ? project.id : '';
  const variables = { projectId, importer: importer.name, id };
  const query = useSluiceQuery({
    queryKey: ['sluice', 'record', variables],
    queryFn: () => api.record(variables),
    enabled: projectId !== '',
  });
  return (
    <RecordPage
      id={id}
      importer={importer.name}
      query={query}
      title={(record) => nameOfRecord(importer, record)}
      back={{ to: path(importer.name), label: translate('sluice.records.all') }}
    >
      {(record) => <Facts importer={importer} record={record} />}
    </RecordPage>
  );
}

function Facts({ importer, record }: { importer: OwnImporter; record: ListedRecord }) {
  const translate = useTranslate();
  return (
    <FactList>
      {importer.fields.map(({ name, label }) => (
        <Fact key={name} name={label}>
          <Value importer={importer.name} field={name} value={valueOfField(record.fields, name)} />
        </Fact>
      ))}
      <Fact name={translate('sluice.records.id')}>
        <code>{record.id}</code>
      </Fact>
    </FactList>
  );
}

function Value({ importer, field, value }: { importer: string; field: string; value: unknown }) {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'string' ? (
    <WebLink url={value} />
  ) : (
    <FieldValue importer={importer} field={field} value={value} />
  );
}
