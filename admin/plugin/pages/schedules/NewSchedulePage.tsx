import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { ImporterInfo } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useCommand } from '../../ui/hooks/useCommand.ts';
import { FailureNotice, LoadingNotice } from '../../ui/Notices.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePath } from '../../usePath.ts';
import { ProjectGate } from '../project/ProjectGate.tsx';
import { mayEdit, useProject } from '../project/useProject.ts';
import { emptyDraft, inputOf } from './draft.ts';
import { ScheduleForm } from './ScheduleForm.tsx';
import { useImporters } from './useImporters.ts';

/** Where a recurring import is made. */
export function NewSchedulePage() {
  const translate = useTranslate();
  const path = usePath();
  const project = useProject();
  return (
    <Page narrow>
      <PageHeader
        title={translate('sluice.schedules.new')}
        back={{ to: path('schedules'), label: translate('sluice.schedules.back') }}
      />
      <ProjectGate project={project}>
        {({ id, role }) =>
          mayEdit(role) ? (
            <Content projectId={id} />
          ) : (
            <Alert severity="info">{translate('sluice.schedules.viewer_only')}</Alert>
          )
        }
      </ProjectGate>
    </Page>
  );
}

function Content({ projectId }: { projectId: string }) {
  const query = useImporters();
  if (query.data) return <NewSchedule projectId={projectId} importers={query.data} />;
  if (query.isPending) return <LoadingNotice />;
  return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
}

function NewSchedule({ projectId, importers }: { projectId: string; importers: readonly ImporterInfo[] }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const path = usePath();
  const { api } = useSluice().sluice;
  const command = useCommand({ quiet: true });
  return (
    <ScheduleForm
      projectId={projectId}
      initial={emptyDraft(importers)}
      importers={importers}
      editing={false}
      command={command}
      confirm={translate('sluice.schedules.create')}
      onSubmit={(draft) =>
        command.run({
          call: () => api.createSchedule({ ...inputOf(draft), projectId, importer: draft.importer, url: draft.url }),
          message: ['sluice.schedules.created'],
          onDone: ({ id }) => navigate(path('schedules', id)),
        })
      }
    />
  );
}
