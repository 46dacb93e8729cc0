import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { ClearFilters } from '../../../ui/lists/ListFilters.tsx';
import { Pager } from '../../../ui/lists/Pager.tsx';
import { type Column, RecordTable } from '../../../ui/lists/RecordTable.tsx';
import { useListState } from '../../../ui/lists/useListState.ts';
import { NewImportLink } from '../../../ui/NewImportLink.tsx';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { usePath } from '../../../usePath.ts';
import type { Contact } from '../api.ts';
import { contactName } from './contactName.ts';

export function Contacts() {
  const translate = useTranslate();
  const path = usePath();
  const columns = useColumns();
  const state = useListState<Contact>();
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'empty':
      return state.filtered ? (
        <EmptyNotice title={translate('sluice.contacts.none_found')} action={<ClearFilters />} />
      ) : (
        <EmptyNotice
          icon={<PeopleIcon />}
          title={translate('sluice.contacts.none')}
          hint={translate('sluice.contacts.none_hint')}
          action={<NewImportLink />}
        />
      );
    case 'rows':
      return (
        <>
          <RecordTable
            label={translate('sluice.contacts.title')}
            items={state.items}
            columns={columns}
            keyOf={({ id }) => id}
            hrefOf={({ id }) => path('contacts', id)}
          />
          <Pager page={state.page} perPage={state.perPage} total={state.total} onPage={state.setPage} />
        </>
      );
  }
}

function useColumns(): readonly [Column<Contact>, ...Column<Contact>[]] {
  const translate = useTranslate();
  const format = useFormat();
  const label = (name: string) => translate(`sluice.contacts.${name}`);
  return [
    { name: 'name', label: label('name'), cell: contactName },
    { name: 'email', label: label('email'), cell: ({ email }) => email, sort: 'email', oneLine: true },
    { name: 'phone', label: label('phone'), cell: ({ phone }) => phone, sort: 'phone', oneLine: true },
    { name: 'company', label: label('company'), cell: ({ company }) => company },
    { name: 'lists', label: label('lists'), cell: ({ lists }) => (lists ?? []).map(({ name }) => name).join(', ') },
    {
      name: 'createdAt',
      label: label('created'),
      cell: ({ createdAt }) => <span title={format.time(createdAt)}>{format.ago(createdAt)}</span>,
      sort: 'createdAt',
      oneLine: true,
    },
  ];
}
