import UploadIcon from '@mui/icons-material/UploadFileRounded';
import { useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import { Pager } from '../../../ui/lists/Pager.tsx';
import { SortChoice } from '../../../ui/lists/SortChoice.tsx';
import { NewImportLink } from '../../../ui/NewImportLink.tsx';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { HistoryFilters } from './HistoryFilters.tsx';
import { ImportCards } from './ImportCards.tsx';
import { ImportTable } from './ImportTable.tsx';
import { useImportList } from './useImportList.ts';

export function ImportList() {
  const state = useImportList();
  const untouched = state.kind === 'empty' && !state.filtered;
  return (
    <>
      {untouched ? null : <HistoryFilters />}
      <Rows />
    </>
  );
}

function Rows() {
  const translate = useTranslate();
  const state = useImportList();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'empty':
      return state.filtered ? (
        <EmptyNotice title={translate('sluice.list.none_found')} />
      ) : (
        <EmptyNotice
          icon={<UploadIcon />}
          title={translate('sluice.list.empty')}
          hint={translate('sluice.list.empty_hint')}
          action={<NewImportLink />}
        />
      );
    case 'rows':
      return (
        <>
          {wide ? (
            <ImportTable imports={state.items} />
          ) : (
            <>
              <SortChoice
                fields={[
                  { field: 'createdAt', label: translate('sluice.list.when') },
                  { field: 'status', label: translate('sluice.list.status') },
                ]}
              />
              <ImportCards imports={state.items} />
            </>
          )}
          <Pager page={state.page} perPage={state.perPage} total={state.total} onPage={state.setPage} />
        </>
      );
  }
}
