import { Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { isRecord, jsonText } from '../../../api/json.ts';
import { filteredBy } from '../../../pages/records/filteredBy.ts';
import { RecordPage } from '../../../pages/records/RecordPage.tsx';
import { WebLink } from '../../../pages/records/WebLink.tsx';
import { Fact, FactList } from '../../../ui/FactList.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { usePath } from '../../../usePath.ts';
import type { ContactDetail } from '../api.ts';
import { useContactsApi } from '../useContactsApi.ts';
import { contactName } from './contactName.ts';

/** One contact, and every import that touched them. */
export function ContactPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const path = usePath();
  const api = useContactsApi();
  const query = useSluiceQuery({ queryKey: ['sluice', 'contact', id], queryFn: () => api.contact(id) });
  return (
    <RecordPage
      id={id}
      query={query}
      title={contactName}
      back={{ to: path('contacts'), label: translate('sluice.contacts.all') }}
    >
      {(contact) => <Facts contact={contact} />}
    </RecordPage>
  );
}

function Facts({ contact }: { contact: ContactDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const label = (name: string) => translate(`sluice.contacts.${name}`);
  return (
    <FactList>
      <Fact name={label('name')}>{[contact.firstName, contact.lastName].filter(Boolean).join(' ') || '—'}</Fact>
      <Fact name={label('email')}>
        {contact.email ? <Link href={`mailto:${contact.email}`}>{contact.email}</Link> : '—'}
      </Fact>
      <Fact name={label('phone')}>
        {contact.phone ? <Link href={`tel:${contact.phone}`}>{contact.phone}</Link> : '—'}
      </Fact>
      <Fact name={label('company')}>{contact.company ?? '—'}</Fact>
      <Fact name={label('job')}>{contact.title ?? '—'}</Fact>
      <Fact name={label('lists')}>
        <Lists lists={contact.lists ?? []} />
      </Fact>
      {entriesOf(contact.addresses).map(([kind, address]) => (
        <Fact key={kind} name={translate(`sluice.contacts.address_${kind}`, { _: kind })}>
          {isRecord(address) ? oneLine(address) : jsonText(address)}
        </Fact>
      ))}
      {entriesOf(contact.metadata).map(([column, value]) => (
        <Fact key={column} name={column}>
          <WebLink url={jsonText(value)} />
        </Fact>
      ))}
      <Fact name={label('created')}>{format.time(contact.createdAt)}</Fact>
      <Fact name={label('updated')}>{format.time(contact.updatedAt)}</Fact>
      <Fact name={translate('sluice.records.id')}>
        <code>{contact.id}</code>
      </Fact>
    </FactList>
  );
}

function Lists({ lists }: { lists: ContactDetail['lists'] }) {
  const path = usePath();
  if (lists.length === 0) return '—';
  return lists.map(({ id, name }) => (
    <Typography key={id} variant="body2">
      <Link component={RouterLink} to={filteredBy(path('contacts'), { listId: id })}>
        {name}
      </Link>
    </Typography>
  ));
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

const PARTS = ['street', 'street2', 'city', 'region', 'postalCode', 'country'];

/** An address as one writes it; the database keeps its parts in an order of its own. */
function oneLine(address: Readonly<Record<string, unknown>>): string {
  const others = Object.keys(address).filter((part) => !PARTS.includes(part));
  const parts = [...PARTS, ...others].flatMap((part) => (part in address ? [jsonText(address[part])] : []));
  return parts.filter(Boolean).join(', ');
}
