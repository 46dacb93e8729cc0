import AddIcon from '@mui/icons-material/AddRounded';
import { Button } from '@mui/material';
import { useCreatePath, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Schedule } from '../../api/types.ts';
import { useLiveProject } from '../../live/useLive.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { FROM_TOP } from '../../ui/browser/fromTop.ts';
import { useFormat } from '../../ui/format/useFormat.ts';
import { usePages } from '../../ui/hooks/usePages.ts';
import { PagedTable } from '../../ui/lists/PagedTable.tsx';
import type { Column } from '../../ui/lists/RecordTable.tsx';
import { EmptyNotice } from '../../ui/Notices.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useImporterName } from '../../ui/words/useImporterName.ts';
import { usePath } from '../../usePath.ts';
import { ProjectGate } from '../project/ProjectGate.tsx';
import { mayEdit, useProject } from '../project/useProject.ts';
import { StartedImport } from './StartedImport.tsx';
import { useCronTexts } from './useCronTexts.ts';

/** The project's recurring imports, with their next time and their last import. */
export function ScheduleListPage() {
  const translate = useTranslate();
  const project = useProject();
  useLiveProject(project.kind === 'ready' ? project.id : null);
  const editor = project.kind === 'ready' && mayEdit(project.role);
  return (
    <Page>
      <PageHeader
        title={translate('sluice.schedules.title')}
        subtitle={translate('sluice.schedules.subtitle')}
        actions={editor ? <NewButton /> : null}
      />
      <ProjectGate project={project}>{({ id }) => <Schedules key={id} projectId={id} editor={editor} />}</ProjectGate>
    </Page>
  );
}

function NewButton() {
  const translate = useTranslate();
  const createPath = useCreatePath();
  const { prefix } = useSluice();
  return (
    <Button
      variant="contained"
      startIcon={<AddIcon />}
      component={RouterLink}
      to={createPath({ resource: `${prefix}schedules`, type: 'create' })}
      state={FROM_TOP}
    >
      {translate('sluice.schedules.new')}
    </Button>
  );
}

function Schedules({ projectId, editor }: { projectId: string; editor: boolean }) {
  const translate = useTranslate();
  const path = usePath();
  const { api } = useSluice().sluice;
  const pages = usePages(['schedules', projectId], (range) => api.schedules({ projectId, ...range }));
  return (
    <PagedTable
      label={translate('sluice.schedules.title')}
      pages={pages}
      columns={useColumns()}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => path('schedules', id)}
      none={
        <EmptyNotice
          title={translate('sluice.schedules.none')}
          hint={translate('sluice.schedules.none_hint')}
          action={editor ? <NewButton /> : null}
        />
      }
    />
  );
}

function useColumns(): readonly [Column<Schedule>, ...Column<Schedule>[]] {
  const translate = useTranslate();
  const format = useFormat();
  const importerNameOf = useImporterName();
  const cronTexts = useCronTexts();
  const label = (name: string) => translate(`sluice.schedules.${name}`);
  return [
    { name: 'name', label: label('name'), cell: ({ name }) => name },
    { name: 'importer', label: label('importer'), cell: ({ importerName }) => importerNameOf(importerName, null) },
    { name: 'url', label: label('url'), cell: ({ url }) => url },
    { name: 'when', label: label('when'), cell: ({ cron, timeZone }) => `${cronTexts(cron)}, ${timeZone}` },
    {
      name: 'next',
      label: label('next'),
      cell: ({ paused, nextRunAt }) => (paused ? label('paused') : format.time(nextRunAt)),
    },
    {
      name: 'last',
      label: label('last'),
      cell: ({ lastImportId }) => (lastImportId ? <StartedImport id={lastImportId} /> : label('never')),
    },
  ];
}
