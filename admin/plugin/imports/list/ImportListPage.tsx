import AddIcon from '@mui/icons-material/AddRounded';
import { Button } from '@mui/material';
import { ListBase, useCreatePath, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { worthRetrying } from '../../api/errors.ts';
import { useLiveProject } from '../../live/useLive.ts';
import { ProjectGate } from '../../project/ProjectGate.tsx';
import { mayEdit, type ProjectState, useProject } from '../../project/useProject.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { FROM_TOP } from '../../shared/fromTop.ts';
import { LiveStatus, LostConnectionBanner } from '../../shared/LiveStatus.tsx';
import { Page } from '../../shared/Page.tsx';
import { PageHeader } from '../../shared/PageHeader.tsx';
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
        actions={project.kind === 'ready' && mayEdit(project.role) ? <NewImportButton /> : null}
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
      <ImportList newImport={mayEdit(project.role) ? <NewImportButton /> : null} />
    </ListBase>
  );
}

function NewImportButton() {
  const translate = useTranslate();
  const createPath = useCreatePath();
  const { importsResource } = useSluice();
  return (
    <Button
      variant="contained"
      startIcon={<AddIcon />}
      component={Link}
      to={createPath({ resource: importsResource, type: 'create' })}
      state={FROM_TOP}
    >
      {translate('sluice.list.new')}
    </Button>
  );
}
