import { Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { filteredBy } from '../../../pages/records/filteredBy.ts';
import { ImportLink } from '../../../pages/records/ImportLink.tsx';
import { RecordPage } from '../../../pages/records/RecordPage.tsx';
import { FROM_TOP } from '../../../ui/browser/fromTop.ts';
import { Fact, FactList } from '../../../ui/FactList.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { usePath } from '../../../usePath.ts';
import type { ContactListDetail } from '../api.ts';
import { useContactsApi } from '../useContactsApi.ts';

/** One contact list: who is on it, and every import that put contacts there. */
export function ListPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const path = usePath();
  const api = useContactsApi();
  const query = useSluiceQuery({ queryKey: ['sluice', 'contactList', id], queryFn: () => api.contactList(id) });
  return (
    <RecordPage
      id={id}
      query={query}
      title={({ name }) => name}
      back={{ to: path('contact-lists'), label: translate('sluice.contact_lists.all') }}
    >
      {(list) => <Facts list={list} />}
    </RecordPage>
  );
}

function Facts({ list }: { list: ContactListDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const path = usePath();
  const label = (name: string, words = {}) => translate(`sluice.contact_lists.${name}`, words);
  return (
    <FactList>
      <Fact name={label('name')}>{list.name}</Fact>
      <Fact name={label('contacts')}>
        {list.contactCount === 0 ? (
          label('no_contacts')
        ) : (
          <Link component={RouterLink} to={filteredBy(path('contacts'), { listId: list.id })} state={FROM_TOP}>
            {label('show', { smart_count: list.contactCount, count: format.count(list.contactCount) })}
          </Link>
        )}
      </Fact>
      {list.importId ? (
        <Fact name={label('made_by')}>
          <ImportLink id={list.importId} />
        </Fact>
      ) : null}
      <Fact name={label('created')}>{format.time(list.createdAt)}</Fact>
      <Fact name={translate('sluice.records.id')}>
        <code>{list.id}</code>
      </Fact>
    </FactList>
  );
}
