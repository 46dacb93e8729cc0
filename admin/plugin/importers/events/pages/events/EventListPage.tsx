import { ListBase, useTranslate } from 'react-admin';
import { worthRetrying } from '../../../../api/errors.ts';
import { ProjectGate } from '../../../../pages/project/ProjectGate.tsx';
import { useProject } from '../../../../pages/project/useProject.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { Page } from '../../../../ui/Page.tsx';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import { EventFilters } from './EventFilters.tsx';
import { Events } from './Events.tsx';

/** The project's events: to look through, to search, and those of a time, a venue or an import's source. */
export function EventListPage() {
  const translate = useTranslate();
  const project = useProject();
  const { prefix } = useSluice();
  return (
    <Page>
      <PageHeader title={translate('sluice.events.title')} subtitle={translate('sluice.events.subtitle')} />
      <ProjectGate project={project}>
        {({ id }) => (
          <ListBase
            key={id}
            resource={`${prefix}events`}
            storeKey={`sluice.events.${id}`}
            filter={{ projectId: id }}
            sort={{ field: 'start', order: 'ASC' }}
            perPage={25}
            queryOptions={{ retry: worthRetrying }}
          >
            <EventFilters projectId={id} />
            <Events />
          </ListBase>
        )}
      </ProjectGate>
    </Page>
  );
}
