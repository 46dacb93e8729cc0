import { Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportDetail, RowResult } from '../../../../api/types.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { FROM_TOP } from '../../../../ui/browser/fromTop.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { Pager } from '../../../../ui/lists/Pager.tsx';
import { FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';
import { OutcomeChip } from '../../../../ui/OutcomeChip.tsx';
import { KeptValues } from './KeptValues.tsx';
import { OutcomeFilter } from './OutcomeFilter.tsx';
import { RESULTS_PER_PAGE, useOutcomeList } from './useOutcomeList.ts';
import { useRecordPath } from './useRecordPath.ts';
import { WarningFilter } from './WarningFilter.tsx';

const OUTCOMES = ['CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED', 'FAILED', 'DISCARDED'] as const;

/** Row by row what became of it, and the records that it is about. */
export function RowResults({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const list = useOutcomeList('rowResults', item, api.rowResults);
  return (
    <>
      <OutcomeFilter
        label={translate('sluice.rows.outcomes')}
        all={translate('sluice.rows.all')}
        outcomes={OUTCOMES}
        chosen={list.outcome}
        onChoose={list.chooseOutcome}
      />
      <WarningFilter item={item} chosen={list.warning} onChoose={list.chooseWarning} />
      <Entries item={item} list={list} />
    </>
  );
}

function Entries({ item, list }: { item: ImportDetail; list: ReturnType<typeof useOutcomeList<RowResult>> }) {
  const translate = useTranslate();
  const format = useFormat();
  const { query, outcome, warning } = list;
  if (!query.data) {
    if (!query.error) return <LoadingNotice />;
    return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  }
  const { items, total } = query.data;
  if (items.length === 0) {
    return (
      <Typography color="textSecondary">
        {translate(outcome || warning ? 'sluice.rows.none_found' : 'sluice.rows.none')}
      </Typography>
    );
  }
  const name = translate('sluice.rows.table');
  return (
    <>
      <TableContainer tabIndex={0} role="region" aria-label={name}>
        <Table size="small" aria-label={name}>
          <TableHead>
            <TableRow>
              <TableCell align="right">{translate('sluice.rows.row')}</TableCell>
              <TableCell>{translate('sluice.rows.outcome')}</TableCell>
              <TableCell>{translate('sluice.rows.records')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map((result) => (
              <TableRow key={result.rowNumber}>
                <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                  {format.count(result.rowNumber)}
                </TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  <OutcomeChip outcome={result.outcome} />
                </TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  <Records ids={result.recordIds ?? []} item={item} />
                  <KeptValues values={result.keptValues ?? []} importer={item.importer?.name ?? ''} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <Pager page={list.page} perPage={RESULTS_PER_PAGE} total={total} onPage={list.setPage} />
    </>
  );
}

function Records({ ids, item }: { ids: readonly string[]; item: ImportDetail }) {
  const translate = useTranslate();
  const recordPath = useRecordPath(item);
  if (ids.length === 0) return '—';
  return [...new Set(ids)].map((id, index, { length }) => {
    const href = item.dryRun ? null : recordPath(id);
    return (
      <div key={id}>
        {href ? (
          <Link component={RouterLink} to={href} state={FROM_TOP} title={id}>
            {translate('sluice.changes.record')}
            {length > 1 ? ` ${index + 1}` : ''}
          </Link>
        ) : (
          <code>{id}</code>
        )}
      </div>
    );
  });
}
