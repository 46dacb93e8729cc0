import { Link } from '@mui/material';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { worthRetrying } from '../../../api/errors.ts';
import { ProjectGate } from '../../../pages/project/ProjectGate.tsx';
import { useProject } from '../../../pages/project/useProject.ts';
import { filteredBy } from '../../../pages/records/filteredBy.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { FROM_TOP } from '../../../ui/browser/fromTop.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { RecordList } from '../../../ui/lists/RecordList.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { usePath } from '../../../usePath.ts';
import type { ContactList } from '../api.ts';

/** The project's contact lists; each leads to its page, and its number to the contacts on it. */
export function ContactListsPage() {
  const translate = useTranslate();
  const project = useProject();
  const { prefix } = useSluice();
  return (
    <Page>
      <PageHeader
        title={translate('sluice.contact_lists.title')}
        subtitle={translate('sluice.contact_lists.subtitle')}
      />
      <ProjectGate project={project}>
        {({ id }) => (
          <ListBase
            key={id}
            resource={`${prefix}contact-lists`}
            storeKey={`sluice.contactLists.${id}`}
            filter={{ projectId: id }}
            perPage={25}
            queryOptions={{ retry: worthRetrying }}
          >
            <Search />
            <Lists />
          </ListBase>
        )}
      </ProjectGate>
    </Page>
  );
}

function Search() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  return (
    <search style={{ display: 'block', marginBottom: 16 }}>
      <SearchField
        label={translate('sluice.contact_lists.search')}
        value={String(filterValues?.search ?? '')}
        onSearch={(search) => setFilters(search ? { search } : {})}
      />
    </search>
  );
}

function Lists() {
  const translate = useTranslate();
  const format = useFormat();
  const path = usePath();
  const label = (name: string) => translate(`sluice.contact_lists.${name}`);
  return (
    <RecordList<ContactList>
      label={label('title')}
      columns={[
        { name: 'name', label: label('name'), cell: ({ name }) => name },
        {
          name: 'count',
          label: label('count'),
          cell: ({ id, contactCount }) => (
            <Link component={RouterLink} to={filteredBy(path('contacts'), { listId: id })} state={FROM_TOP}>
              {format.count(contactCount)}
            </Link>
          ),
          align: 'right',
        },
        { name: 'created', label: label('created'), cell: ({ createdAt }) => format.time(createdAt) },
      ]}
      hrefOf={({ id }) => path('contact-lists', id)}
      noneFound={label('none_found')}
      none={{ title: label('none'), hint: label('none_hint') }}
    />
  );
}
