import { ListBase, useTranslate } from 'react-admin';
import { worthRetrying } from '../../../api/errors.ts';
import { ProjectGate } from '../../../pages/project/ProjectGate.tsx';
import { useProject } from '../../../pages/project/useProject.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ContactFilters } from './ContactFilters.tsx';
import { Contacts } from './Contacts.tsx';

/** The project's contacts: to look through, to search, and those of a list or of an import. */
export function ContactListPage() {
  const translate = useTranslate();
  const project = useProject();
  const { prefix } = useSluice();
  return (
    <Page>
      <PageHeader title={translate('sluice.contacts.title')} subtitle={translate('sluice.contacts.subtitle')} />
      <ProjectGate project={project}>
        {({ id }) => (
          <ListBase
            key={id}
            resource={`${prefix}contacts`}
            storeKey={`sluice.contacts.${id}`}
            filter={{ projectId: id }}
            sort={{ field: 'createdAt', order: 'DESC' }}
            perPage={25}
            queryOptions={{ retry: worthRetrying }}
          >
            <ContactFilters projectId={id} />
            <Contacts />
          </ListBase>
        )}
      </ProjectGate>
    </Page>
  );
}
