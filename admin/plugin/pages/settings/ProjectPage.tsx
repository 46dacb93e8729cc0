import { useTranslate } from 'react-admin';
import type { Project } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSluiceQuery } from '../../ui/hooks/useSluiceQuery.ts';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../ui/Notices.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TabbedParts } from '../../ui/TabbedParts.tsx';
import { ProjectGate } from '../project/ProjectGate.tsx';
import { type ProjectState, useProject } from '../project/useProject.ts';
import { useViewer } from '../project/useViewer.ts';
import { General } from './General.tsx';
import { ProjectHistory } from './history/ProjectHistory.tsx';
import { ApiKeys } from './keys/ApiKeys.tsx';
import { Messages } from './messages/Messages.tsx';
import { People } from './people/People.tsx';
import { ServerParts } from './server/ServerParts.tsx';

type Ready = Extract<ProjectState, { kind: 'ready' }>;

/** The project itself; what only its ADMINs, or the server's administrators, may do is shown to them alone. */
export function ProjectPage() {
  const translate = useTranslate();
  const project = useProject();
  const viewer = useViewer();
  const role = project.kind === 'ready' ? translate(`sluice.roles.${project.role}.name`) : null;
  return (
    <Page>
      <PageHeader
        title={translate('sluice.settings.title')}
        subtitle={role === null ? null : translate('sluice.settings.subtitle', { role })}
      />
      <ProjectGate project={project}>{(ready) => <Content key={ready.id} current={ready} />}</ProjectGate>
      {project.kind === 'none' && viewer.data?.administrator ? <ServerParts project={null} choose={null} /> : null}
    </Page>
  );
}

function Content({ current }: { current: Ready }) {
  const translate = useTranslate();
  const { sluice } = useSluice();
  const query = useSluiceQuery({
    queryKey: ['sluice', 'project', current.id],
    queryFn: () => sluice.api.project(current.id),
  });
  if (query.data) return <Parts project={query.data} current={current} />;
  if (query.isPending) return <LoadingNotice />;
  if (query.isError) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  return <EmptyNotice title={translate('sluice.project.none')} hint={translate('sluice.project.none_hint')} />;
}

function Parts({ project, current }: { project: Project; current: Ready }) {
  const translate = useTranslate();
  const viewer = useViewer();
  const part = (name: string, content: React.ReactNode) => ({
    name,
    label: translate(`sluice.settings.tab_${name}`),
    content,
  });
  const admin = current.role === 'ADMIN';
  return (
    <TabbedParts
      label={translate('sluice.settings.parts')}
      parts={[
        part('general', <General project={project} role={current.role} />),
        ...(admin
          ? [
              part('people', <People projectId={project.id} />),
              part('keys', <ApiKeys projectId={project.id} />),
              part('messages', <Messages project={project} />),
              part('history', <ProjectHistory projectId={project.id} />),
            ]
          : []),
        ...(viewer.data?.administrator
          ? [part('server', <ServerParts project={project} choose={current.choose} />)]
          : []),
      ]}
    />
  );
}
