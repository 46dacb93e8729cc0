import DoneIcon from '@mui/icons-material/TaskAltRounded';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../api/types.ts';
import { isFinal } from '../../../live/progress.ts';
import { FailureNotice, LoadingNotice } from '../../../shared/Notices.tsx';
import { Pager } from '../../../shared/Pager.tsx';
import { ErrorGroups } from './ErrorGroups.tsx';
import { FailedRowTable } from './FailedRowTable.tsx';
import { FAILED_ROWS_PER_PAGE, type FailedRowsPage, useFailedRows } from './useFailedRows.ts';

/** The reasons for which rows failed, and the rows. */
export function FailedRows({ item }: { item: ImportDetail }) {
  const rows = useFailedRows(item);
  const groups = item.errorSummary ?? [];
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          md: groups.length > 0 ? '280px minmax(0, 1fr)' : 'minmax(0, 1fr)',
        },
      }}
    >
      {groups.length > 0 ? <ErrorGroups groups={groups} chosen={rows.group} onChoose={rows.chooseGroup} /> : null}
      <Box sx={{ minWidth: 0 }}>
        <Rows item={item} rows={rows} />
      </Box>
    </Box>
  );
}

function Rows({ item, rows }: { item: ImportDetail; rows: FailedRowsPage }) {
  const { state } = rows;
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice message={state.message} retry={state.retry} />;
    case 'none':
      return <NoRows item={item} filtered={rows.group !== null} />;
    case 'rows':
      return (
        <>
          <FailedRowTable rows={state.rows} item={item} />
          <Pager page={rows.page} perPage={FAILED_ROWS_PER_PAGE} total={state.total} onPage={rows.setPage} />
        </>
      );
  }
}

function NoRows({ item, filtered }: { item: ImportDetail; filtered: boolean }) {
  const translate = useTranslate();
  const over = item.status === 'COMPLETED';
  const title = filtered ? 'none_found' : isFinal(item.status) ? 'none' : 'none_yet';
  return (
    <Box sx={{ textAlign: 'center', py: 4, color: 'text.secondary' }}>
      <DoneIcon aria-hidden sx={{ fontSize: 36, color: over ? 'success.main' : 'text.disabled' }} />
      <Typography sx={{ fontWeight: 600, color: 'text.primary' }}>{translate(`sluice.failed.${title}`)}</Typography>
      {over && !filtered ? <Typography variant="body2">{translate('sluice.failed.none_hint')}</Typography> : null}
    </Box>
  );
}
