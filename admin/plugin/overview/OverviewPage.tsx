import { Box, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Overview } from '../api/types.ts';
import { useLiveProject } from '../live/useLive.ts';
import { ProjectGate } from '../project/ProjectGate.tsx';
import { useProject } from '../project/useProject.ts';
import { LiveStatus, LostConnectionBanner } from '../shared/LiveStatus.tsx';
import { later } from '../shared/later.tsx';
import { FailureNotice, LoadingNotice } from '../shared/Notices.tsx';
import { Page } from '../shared/Page.tsx';
import { PageHeader } from '../shared/PageHeader.tsx';
import { Panel } from '../shared/Panel.tsx';
import { Figures } from './Figures.tsx';
import { ImportLines } from './ImportLines.tsx';
import { OVERVIEW_DAYS, useOverview } from './useOverview.ts';

// The charts' library is larger than the rest of the page, which is there without it.
const RowsChart = later(async () => (await import('./RowsChart.tsx')).RowsChart);
const CHART_HEIGHT = 280;

/** Where one begins: what runs now, what failed last, and how the project fared of late. */
export function OverviewPage() {
  const translate = useTranslate();
  const project = useProject();
  useLiveProject(project.kind === 'ready' ? project.id : null);
  return (
    <Page>
      <PageHeader
        title={translate('sluice.overview.title')}
        subtitle={translate('sluice.overview.subtitle', { days: OVERVIEW_DAYS })}
        beside={<LiveStatus />}
      />
      <LostConnectionBanner />
      <ProjectGate project={project}>{({ id }) => <Content key={id} projectId={id} />}</ProjectGate>
    </Page>
  );
}

function Content({ projectId }: { projectId: string }) {
  const query = useOverview(projectId);
  // What was read stays on the page while a refetch fails: the banner says that it may be out of date.
  if (query.data) return <Parts overview={query.data} />;
  if (query.isPending) return <LoadingNotice />;
  return <FailureNotice message={query.error.message} retry={() => void query.refetch()} />;
}

function Parts({ overview }: { overview: Overview }) {
  const translate = useTranslate();
  const { statistics, running, failed } = overview;
  return (
    <Stack sx={{ gap: 2.5 }}>
      {statistics ? <Figures statistics={statistics} running={running.total} /> : null}
      <Box
        sx={{
          display: 'grid',
          gap: 2.5,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
        }}
      >
        <Panel title={translate('sluice.overview.running')}>
          <ImportLines imports={running.items} none={translate('sluice.overview.none_running')} />
        </Panel>
        <Panel title={translate('sluice.overview.failed')}>
          <ImportLines imports={failed.items} none={translate('sluice.overview.none_failed')} />
        </Panel>
      </Box>
      <Panel title={translate('sluice.overview.chart')}>
        <Box sx={{ minHeight: CHART_HEIGHT }}>
          <RowsChart days={statistics?.days ?? []} height={CHART_HEIGHT} />
        </Box>
      </Panel>
    </Stack>
  );
}
