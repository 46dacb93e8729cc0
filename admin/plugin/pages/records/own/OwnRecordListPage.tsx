import RecordsIcon from '@mui/icons-material/TableRowsOutlined';
import { ListBase, useTranslate } from 'react-admin';
import { worthRetrying } from '../../../api/errors.ts';
import { BY_ID } from '../../../api/recordFilters.ts';
import type { ListedRecord, RecordField } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { FieldValue } from '../../../ui/FieldValue.tsx';
import { RecordList } from '../../../ui/lists/RecordList.tsx';
import type { Column } from '../../../ui/lists/RecordTable.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ProjectGate } from '../../project/ProjectGate.tsx';
import { useProject } from '../../project/useProject.ts';
import { ImportLink } from '../ImportLink.tsx';
import { RecordFilters } from './RecordFilters.tsx';
import { nameOfRecord, type OwnImporter, useOwnPath, valueOfField } from './useOwnRecords.ts';

/** Fields that a table has room for; a record's page has all of them. */
const COLUMNS = 5;

/** The project's records of an importer: to look through, to search, to filter and to sort. */
export function OwnRecordListPage({ importer }: { importer: OwnImporter }) {
  const translate = useTranslate();
  const project = useProject();
  const { prefix } = useSluice();
  return (
    <Page>
      <PageHeader title={importer.label} subtitle={translate('sluice.records.subtitle')} />
      <ProjectGate project={project}>
        {({ id }) => (
          <ListBase
            key={id}
            resource={`${prefix}records`}
            storeKey={`sluice.records.${importer.name}.${id}`}
            filter={{ projectId: id, importer: importer.name }}
            sort={{ field: BY_ID, order: 'DESC' }}
            perPage={25}
            queryOptions={{ retry: worthRetrying }}
          >
            <RecordFilters importer={importer} projectId={id} />
            <Records importer={importer} />
          </ListBase>
        )}
      </ProjectGate>
    </Page>
  );
}

function Records({ importer }: { importer: OwnImporter }) {
  const translate = useTranslate();
  const path = useOwnPath();
  const columns = useColumns(importer);
  return (
    <RecordList
      label={importer.label}
      columns={columns}
      hrefOf={({ id }) => path(importer.name, id)}
      noneFound={translate('sluice.records.none_found')}
      none={{
        icon: <RecordsIcon />,
        title: translate('sluice.records.none'),
        hint: translate('sluice.records.none_hint'),
      }}
    />
  );
}

function useColumns(importer: OwnImporter): readonly [Column<ListedRecord>, ...Column<ListedRecord>[]] {
  const translate = useTranslate();
  const [first, ...others] = byName(importer.fields).slice(0, COLUMNS);
  return [
    {
      ...columnOf(importer, first),
      cell: (record) => nameOfRecord(importer, record),
    },
    ...others.map((field) => columnOf(importer, field)),
    {
      // No field has such a name.
      name: 'last import',
      label: translate('sluice.records.last_import'),
      cell: ({ lastImport }) => (lastImport ? <ImportLink id={lastImport.id} /> : ''),
    },
  ];
}

/** What a record is called stands first. */
function byName(fields: readonly RecordField[]): readonly RecordField[] {
  const name = fields.find(({ kind }) => kind === 'TEXT');
  return name ? [name, ...fields.filter((field) => field !== name)] : fields;
}

function columnOf(importer: OwnImporter, field: RecordField | undefined): Column<ListedRecord> {
  const name = field?.name ?? '';
  return {
    name,
    label: field?.label ?? '',
    cell: ({ fields }) => {
      const value = valueOfField(fields, name);
      return value === null || value === undefined || value === '' ? (
        ''
      ) : (
        <FieldValue importer={importer.name} field={name} value={value} />
      );
    },
    ...(field && field.kind !== 'OTHER' ? { sort: name } : {}),
    ...(field?.kind === 'NUMBER' ? { align: 'right' } : {}),
  };
}
