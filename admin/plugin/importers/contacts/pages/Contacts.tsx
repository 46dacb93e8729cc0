import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { RecordList } from '../../../ui/lists/RecordList.tsx';
import type { Column } from '../../../ui/lists/RecordTable.tsx';
import { usePath } from '../../../usePath.ts';
import type { Contact } from '../api.ts';
import { contactName } from './contactName.ts';

export function Contacts() {
  const translate = useTranslate();
  const path = usePath();
  const columns = useColumns();
  return (
    <RecordList
      label={translate('sluice.contacts.title')}
      columns={columns}
      hrefOf={({ id }) => path('contacts', id)}
      noneFound={translate('sluice.contacts.none_found')}
      none={{
        icon: <PeopleIcon />,
        title: translate('sluice.contacts.none'),
        hint: translate('sluice.contacts.none_hint'),
      }}
    />
  );
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
