import { Box, Link, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportFilter } from '../../../gql/generated/graphql.ts';
import type { ImportSummary, Overview, Page as PageOf } from '../../api/types.ts';
import { useLiveProject } from '../../live/useLive.ts';
import { FROM_TOP } from '../../ui/browser/fromTop.ts';
import { useFormat } from '../../ui/format/useFormat.ts';
import { LiveStatus, LostConnectionBanner } from '../../ui/LiveStatus.tsx';
import { NewImportLink } from '../../ui/NewImportLink.tsx';
import { FailureNotice, LoadingNotice } from '../../ui/Notices.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { usePath } from '../../usePath.ts';
import { ProjectGate } from '../project/ProjectGate.tsx';
import { useProject } from '../project/useProject.ts';
import { filteredBy } from '../records/filteredBy.ts';
import { ImportLines } from './ImportLines.tsx';
import { RowsChart } from './RowsChart.tsx';
import { Stats } from './Stats.tsx';
import { FAILED, OVERVIEW_DAYS, RUNNING, useOverview } from './useOverview.ts';

const CHART_HEIGHT = 240;

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
        actions={<NewImportLink />}
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
  return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
}

function Parts({ overview }: { overview: Overview }) {
  const translate = useTranslate();
  const { statistics, running, failed } = overview;
  return (
    <Stack sx={{ gap: 2.5 }}>
      {statistics ? <Stats statistics={statistics} running={running.total} /> : null}
      <Box
        sx={{
          display: 'grid',
          gap: 2.5,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
        }}
      >
        <Panel title={translate('sluice.overview.running')} beside={<AllOf page={running} filter={RUNNING} />}>
          <ImportLines imports={running.items} none={translate('sluice.overview.none_running')} />
        </Panel>
        <Panel title={translate('sluice.overview.failed')} beside={<AllOf page={failed} filter={FAILED} />}>
          <ImportLines imports={failed.items} none={translate('sluice.overview.none_failed')} />
        </Panel>
      </Box>
      <Panel title={translate('sluice.overview.chart')}>
        <RowsChart days={statistics?.days ?? []} height={CHART_HEIGHT} />
      </Panel>
    </Stack>
  );
}

/** To the whole list of what a panel shows the first of. */
function AllOf({ page, filter }: { page: PageOf<ImportSummary>; filter: ImportFilter }) {
  const translate = useTranslate();
  const format = useFormat();
  const path = usePath();
  if (page.total <= page.items.length) return null;
  return (
    <Link
      component={RouterLink}
      to={filteredBy(path('imports'), filter)}
      state={FROM_TOP}
      sx={{ fontSize: 14, flexShrink: 0 }}
    >
      {translate('sluice.overview.all', { count: format.count(page.total) })}
    </Link>
  );
}
