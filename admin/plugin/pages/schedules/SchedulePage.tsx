import { Alert, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { ScheduleDetail } from '../../api/types.ts';
import { useLiveProject } from '../../live/useLive.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSluiceQuery } from '../../ui/hooks/useSluiceQuery.ts';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../ui/Notices.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { usePath } from '../../usePath.ts';
import { mayEdit, useProject } from '../project/useProject.ts';
import { EditSchedule } from './EditSchedule.tsx';
import { ScheduleActions } from './ScheduleActions.tsx';
import { ScheduleFacts } from './ScheduleFacts.tsx';
import { ScheduleRuns } from './ScheduleRuns.tsx';

/** One recurring import: what it does, when, and what came of its times. */
export function SchedulePage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const path = usePath();
  const { sluice } = useSluice();
  const query = useSluiceQuery({ queryKey: ['sluice', 'schedule', id], queryFn: () => sluice.api.schedule(id) });
  const back = { to: path('schedules'), label: translate('sluice.schedules.back') };
  if (query.data) return <Loaded schedule={query.data} back={back} />;
  if (query.isPending) return <Page>{<LoadingNotice />}</Page>;
  return (
    <Page>
      <PageHeader title={translate('sluice.schedules.missing')} back={back} />
      {query.isError ? (
        <FailureNotice error={query.error} retry={() => void query.refetch()} />
      ) : (
        <EmptyNotice title={translate('sluice.schedules.missing')} hint={translate('sluice.schedules.missing_hint')} />
      )}
    </Page>
  );
}

interface LoadedProps {
  readonly schedule: ScheduleDetail;
  readonly back: { readonly to: string; readonly label: string };
}

function Loaded({ schedule, back }: LoadedProps) {
  const translate = useTranslate();
  const project = useProject();
  useLiveProject(project.kind === 'ready' ? project.id : null);
  // Null: not yet. What had the focus goes with the form, and its button takes it back.
  const [editing, setEditing] = useState<boolean | null>(null);
  const editor = project.kind === 'ready' && mayEdit(project.role);
  return (
    <Page>
      <PageHeader
        title={schedule.name}
        subtitle={translate('sluice.schedules.by', { who: schedule.createdBy })}
        back={back}
        actions={
          editor && !editing ? (
            <ScheduleActions schedule={schedule} edited={editing === false} onEdit={() => setEditing(true)} />
          ) : null
        }
      />
      <Stack sx={{ gap: 2.5 }}>
        {schedule.paused ? <Alert severity="info">{translate('sluice.schedules.paused')}</Alert> : null}
        {editing && project.kind === 'ready' ? (
          <EditSchedule projectId={project.id} schedule={schedule} onClose={() => setEditing(false)} />
        ) : (
          <Panel title={translate('sluice.schedules.facts')}>
            <ScheduleFacts schedule={schedule} />
          </Panel>
        )}
        <Panel title={translate('sluice.schedules.runs')}>
          <ScheduleRuns scheduleId={schedule.id} />
        </Panel>
      </Stack>
    </Page>
  );
}
