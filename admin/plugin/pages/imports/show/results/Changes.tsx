import { Box, Link, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Change, ImportDetail } from '../../../../api/types.ts';
import { useFeature } from '../../../../importers/useFeature.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { FROM_TOP } from '../../../../ui/browser/fromTop.ts';
import { FieldChanges } from '../../../../ui/FieldChanges.tsx';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { Pager } from '../../../../ui/lists/Pager.tsx';
import { FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';
import { OutcomeChip } from '../../../../ui/OutcomeChip.tsx';
import { OwnRecordsOfImport } from '../../../records/own/OwnRecordsOfImport.tsx';
import { OutcomeFilter } from './OutcomeFilter.tsx';
import { RESULTS_PER_PAGE, useOutcomeList } from './useOutcomeList.ts';
import { useRecordPath } from './useRecordPath.ts';

const OUTCOMES = ['CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED'] as const;

/** Record by record what the import changed, or what the dry run would change: each field before and after. */
export function Changes({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const Own = useFeature(item.importerName)?.onImportPage?.Changes;
  const { api } = useSluice().sluice;
  const list = useOutcomeList('changes', item, api.changes);
  return (
    <>
      <OutcomeFilter
        label={translate('sluice.changes.outcomes')}
        all={translate('sluice.changes.all')}
        outcomes={OUTCOMES}
        chosen={list.outcome}
        onChoose={list.chooseOutcome}
      />
      {Own ? <Own item={item} /> : <OwnRecordsOfImport item={item} />}
      <Entries item={item} list={list} />
    </>
  );
}

function Entries({ item, list }: { item: ImportDetail; list: ReturnType<typeof useOutcomeList<Change>> }) {
  const translate = useTranslate();
  const { query, outcome } = list;
  if (!query.data) {
    if (!query.error) return <LoadingNotice />;
    return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  }
  const { items, total } = query.data;
  if (items.length === 0) {
    return (
      <Typography color="textSecondary">
        {translate(outcome ? 'sluice.changes.none_found' : 'sluice.changes.none')}
      </Typography>
    );
  }
  return (
    <>
      <Stack
        component="ol"
        aria-label={translate('sluice.changes.table')}
        sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}
      >
        {items.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row may change one record twice, and a dry run's have no id.
          <Entry key={`${change.rowNumber} ${index}`} change={change} item={item} />
        ))}
      </Stack>
      <Pager page={list.page} perPage={RESULTS_PER_PAGE} total={total} onPage={list.setPage} />
    </>
  );
}

function Entry({ change, item }: { change: Change; item: ImportDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const recordPath = useRecordPath(item);
  const href = change.recordId && !item.dryRun ? recordPath(change.recordId) : null;
  return (
    <Paper component="li" elevation={0} sx={{ p: 1.5, borderRadius: 1.5 }}>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'baseline', flexWrap: 'wrap', mb: 1 }}>
        <Typography component="span" variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {translate('sluice.changes.row', { row: format.count(change.rowNumber) })}
        </Typography>
        <OutcomeChip outcome={change.outcome} />
        <Box sx={{ flexGrow: 1 }} />
        {href ? (
          <Link component={RouterLink} to={href} state={FROM_TOP} variant="body2">
            {translate('sluice.changes.record')}
          </Link>
        ) : null}
      </Stack>
      <FieldChanges fields={change.fields ?? []} importer={item.importerName} />
    </Paper>
  );
}
