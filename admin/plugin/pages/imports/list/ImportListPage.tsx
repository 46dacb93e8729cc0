import { ListBase, useTranslate } from 'react-admin';
import { worthRetrying } from '../../../api/errors.ts';
import { useLiveProject } from '../../../live/useLive.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { LiveStatus, LostConnectionBanner } from '../../../ui/LiveStatus.tsx';
import { NewImportLink } from '../../../ui/NewImportLink.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ProjectGate } from '../../project/ProjectGate.tsx';
import { type ProjectState, useProject } from '../../project/useProject.ts';
import { ImportList } from './ImportList.tsx';

/** The project's history of imports, current while one watches. */
export function ImportListPage() {
  const translate = useTranslate();
  const project = useProject();
  useLiveProject(project.kind === 'ready' ? project.id : null);
  return (
    <Page>
      <PageHeader
        title={translate('sluice.list.title')}
        subtitle={translate('sluice.list.subtitle')}
        beside={<LiveStatus />}
        actions={<NewImportLink />}
      />
      <LostConnectionBanner />
      <ProjectGate project={project}>{(ready) => <History project={ready} />}</ProjectGate>
    </Page>
  );
}

interface HistoryProps {
  readonly project: Extract<ProjectState, { kind: 'ready' }>;
}

function History({ project }: HistoryProps) {
  const { importsResource } = useSluice();
  return (
    <ListBase
      key={project.id}
      resource={importsResource}
      storeKey={`sluice.imports.${project.id}`}
      filter={{ projectId: project.id }}
      sort={{ field: 'createdAt', order: 'DESC' }}
      perPage={25}
      queryOptions={{ retry: worthRetrying }}
    >
      <ImportList />
    </ListBase>
  );
}
