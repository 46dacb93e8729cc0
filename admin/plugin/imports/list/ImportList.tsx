import UploadIcon from '@mui/icons-material/UploadFileRounded';
import { Box, ToggleButton, ToggleButtonGroup, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../shared/Notices.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { ImportCards } from './ImportCards.tsx';
import { ImportTable } from './ImportTable.tsx';
import { GROUPS, STATUS_GROUPS, useImportList, useStatusGroup } from './useImportList.ts';

export function ImportList({ newImport }: { newImport: ReactNode }) {
  const state = useImportList();
  const untouched = state.kind === 'empty' && !state.filtered;
  return (
    <>
      {untouched ? null : <StatusFilter />}
      <Rows newImport={newImport} />
    </>
  );
}

function Rows({ newImport }: { newImport: ReactNode }) {
  const translate = useTranslate();
  const state = useImportList();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice message={state.message} retry={state.retry} />;
    case 'empty':
      return state.filtered ? (
        <EmptyNotice title={translate('sluice.list.none_found')} />
      ) : (
        <EmptyNotice
          icon={<UploadIcon />}
          title={translate('sluice.list.empty')}
          hint={translate('sluice.list.empty_hint')}
          action={newImport}
        />
      );
    case 'rows':
      return (
        <>
          {wide ? <ImportTable imports={state.imports} /> : <ImportCards imports={state.imports} />}
          <Pager page={state.page} perPage={state.perPage} total={state.total} onPage={state.setPage} />
        </>
      );
  }
}

function StatusFilter() {
  const translate = useTranslate();
  const { group, choose } = useStatusGroup();
  return (
    <Box sx={{ mb: 2, overflowX: 'auto' }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={group}
        aria-label={translate('sluice.list.filter')}
        onChange={(_event, value: unknown) => {
          const chosen = GROUPS.find((name) => name === value);
          if (chosen) choose(chosen);
        }}
      >
        {Object.keys(STATUS_GROUPS).map((name) => (
          <ToggleButton
            key={name}
            value={name}
            sx={{ textTransform: 'none', px: 1.5, whiteSpace: 'nowrap', color: 'text.primary' }}
          >
            {translate(`sluice.list.filter_${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
