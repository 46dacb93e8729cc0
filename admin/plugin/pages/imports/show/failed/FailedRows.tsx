import DoneIcon from '@mui/icons-material/TaskAltRounded';
import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../../api/types.ts';
import { useFeature } from '../../../../importers/useFeature.ts';
import { isFinal } from '../../../../live/progress.ts';
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx';
import { Pager } from '../../../../ui/lists/Pager.tsx';
import { FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';
import { ParkedNotice } from '../../../review/ParkedNotice.tsx';
import { DraftsBar } from './DraftsBar.tsx';
import { ErrorGroups } from './ErrorGroups.tsx';
import { FailedGrid } from './FailedGrid.tsx';
import { FailedToolbar } from './FailedToolbar.tsx';
import type { DraftsStore } from './useDrafts.ts';
import { FAILED_ROWS_PER_PAGE } from './useFailedRows.ts';
import { type FailedRowsPanel, useFailedRowsPanel } from './useFailedRowsPanel.ts';
import { useScopeTexts } from './useScopeTexts.ts';

interface FailedRowsProps {
  readonly item: ImportDetail;
  readonly drafts: DraftsStore;
}

/** The reasons for failures, and the failed rows to fix and retry. */
export function FailedRows({ item, drafts }: FailedRowsProps) {
  const panel = useFailedRowsPanel(item, drafts);
  const groups = item.errorSummary ?? [];
  const Own = useFeature(item.importerName)?.onImportPage?.FailedRows;
  const { page } = panel;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          md: groups.length > 0 ? '260px minmax(0, 1fr)' : 'minmax(0, 1fr)',
        },
      }}
    >
      {groups.length > 0 ? (
        <ErrorGroups importer={item.importerName} groups={groups} chosen={page.group} onChoose={page.chooseGroup} />
      ) : null}
      <Stack sx={{ minWidth: 0, gap: 1.5 }}>
        <ParkedNotice groups={groups} />
        {Own ? <Own groups={groups} /> : null}
        <FailedToolbar item={item} panel={panel} drafts={drafts} />
        <Rows item={item} panel={panel} drafts={drafts} />
        <DraftsBar panel={panel} drafts={drafts} />
      </Stack>
      <DiscardDialog panel={panel} />
    </Box>
  );
}

interface PartProps extends FailedRowsProps {
  readonly panel: FailedRowsPanel;
}

function Rows({ item, panel, drafts }: PartProps) {
  const { page, checks, chosen, grid } = panel;
  const { state } = page;
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'none':
      return <NoRows item={item} page={page} />;
    case 'rows':
      return (
        <div>
          <FailedGrid rows={state.rows} item={item} drafts={drafts} checks={checks} chosen={chosen} actions={grid} />
          <Pager page={page.page} perPage={FAILED_ROWS_PER_PAGE} total={state.total} onPage={page.setPage} />
        </div>
      );
  }
}

function NoRows({ item, page }: { item: ImportDetail; page: FailedRowsPanel['page'] }) {
  const translate = useTranslate();
  const over = item.status === 'COMPLETED' && page.status === 'OPEN' && page.group === null;
  return (
    <Box sx={{ textAlign: 'center', py: 4, color: 'text.secondary' }}>
      <DoneIcon aria-hidden sx={{ fontSize: 36, color: over ? 'success.main' : 'text.disabled' }} />
      <Typography sx={{ fontWeight: 600, color: 'text.primary' }}>
        {translate(`sluice.failed.${titleOf(item, page)}`)}
      </Typography>
      {over ? <Typography variant="body2">{translate('sluice.failed.none_hint')}</Typography> : null}
    </Box>
  );
}

function titleOf(item: ImportDetail, { status, group }: FailedRowsPanel['page']): string {
  if (status !== 'OPEN') return `none_${status}`;
  if (group !== null) return 'none_found';
  return isFinal(item.status) ? 'none' : 'none_yet';
}

function DiscardDialog({ panel }: { panel: FailedRowsPanel }) {
  const translate = useTranslate();
  const words = useScopeTexts();
  const { discarding, setDiscarding, rows, chooseNone } = panel;
  const close = () => setDiscarding(null);
  return (
    <ConfirmDialog
      open={discarding !== null}
      title={discarding ? translate('sluice.failed.discard_title', { rows: words(discarding) }) : ''}
      confirm={translate('sluice.failed.discard_confirm')}
      busy={rows.busy}
      onClose={close}
      onConfirm={() => {
        close();
        if (discarding) rows.discard(discarding, chooseNone);
      }}
    >
      <Typography>{translate('sluice.failed.discard_text')}</Typography>
    </ConfirmDialog>
  );
}
