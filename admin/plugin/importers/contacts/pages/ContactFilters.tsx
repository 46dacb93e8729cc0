import { Chip, MenuItem, TextField } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import type { ContactFilter } from '../../../../gql/generated/graphql.ts';
import { importKey } from '../../../live/patchCache.ts';
import { ExportButton } from '../../../pages/records/export/ExportButton.tsx';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { ListFilters } from '../../../ui/lists/ListFilters.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { useSourceName } from '../../../ui/words/useSourceName.ts';
import { contactOrder } from '../lists.ts';
import { useContactsApi } from '../useContactsApi.ts';
import { contactCells } from './contactCells.ts';

/** As many as a menu is any good for; the page of lists has all of them. */
const LISTS_OFFERED = 100;

/** The filters of contacts: search terms, a list and an import. */
export function ContactFilters({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const values: ContactFilter = filterValues ?? {};
  const change = (changed: ContactFilter) => {
    const entries = Object.entries({ ...values, ...changed });
    setFilters(Object.fromEntries(entries.filter(([, value]) => Boolean(value))));
  };
  return (
    <ListFilters beside={<ContactExport projectId={projectId} />}>
      <SearchField
        label={translate('sluice.contacts.search')}
        value={values.search ?? ''}
        onSearch={(search) => change({ search })}
      />
      <ListChoice projectId={projectId} value={values.listId ?? ''} onChoose={(listId) => change({ listId })} />
      {values.importId ? <ImportChip id={values.importId} onClear={() => change({ importId: null })} /> : null}
    </ListFilters>
  );
}

function ContactExport({ projectId }: { projectId: string }) {
  const { filterValues, sort } = useListContext();
  const api = useContactsApi();
  return (
    <ExportButton
      name="contacts"
      cellsOf={contactCells}
      read={(from) =>
        api.contactExport({ ...from, projectId, filter: filterValues, orderBy: contactOrder(sort.field, sort.order) })
      }
    />
  );
}

interface ListChoiceProps {
  readonly projectId: string;
  readonly value: string;
  readonly onChoose: (listId: string) => void;
}

function ListChoice({ projectId, value, onChoose }: ListChoiceProps) {
  const translate = useTranslate();
  const api = useContactsApi();
  const variables = { projectId, first: LISTS_OFFERED, offset: 0, search: null };
  const { data } = useSluiceQuery({
    queryKey: ['sluice', 'contactLists', variables],
    queryFn: () => api.contactLists(variables),
  });
  const lists = data?.items ?? [];
  if (lists.length === 0 && value === '') return null;
  return (
    <TextField
      select
      size="small"
      margin="none"
      fullWidth={false}
      label={translate('sluice.contacts.list')}
      value={value}
      onChange={({ target }) => onChoose(target.value)}
      sx={{ width: { xs: '100%', sm: 220 } }}
    >
      <MenuItem value="">{translate('sluice.list.any')}</MenuItem>
      {lists.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
      {value === '' || lists.some(({ id }) => id === value) ? null : <MenuItem value={value}>{value}</MenuItem>}
    </TextField>
  );
}

function ImportChip({ id, onClear }: { id: string; onClear: () => void }) {
  const sourceName = useSourceName();
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const { data } = useSluiceQuery({ queryKey: importKey(id), queryFn: () => api.importById(id) });
  return (
    <Chip
      label={translate('sluice.contacts.of_import', { name: data ? sourceName(data.sourceName) : id })}
      onDelete={onClear}
    />
  );
}
