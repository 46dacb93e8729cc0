import { Box, Link, Stack, Typography } from '@mui/material';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { RecordTouch } from '../../api/types.ts';
import { useProject } from '../../project/useProject.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { FieldChanges } from '../../shared/FieldChanges.tsx';
import { FROM_TOP } from '../../shared/fromTop.ts';
import { FailureNotice, LoadingNotice } from '../../shared/Notices.tsx';
import { OutcomeChip } from '../../shared/OutcomeChip.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { useFormat } from '../../shared/useFormat.ts';
import { useSluiceQuery } from '../../shared/useSluiceQuery.ts';
import { useSourceName } from '../../shared/useSourceName.ts';
import { usePath } from '../../usePath.ts';

const PER_PAGE = 10;

/** Which rows of which imports touched a record, the newest first, and what each changed. */
export function RecordHistory({ recordId }: { recordId: string }) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const project = useProject();
  const [page, setPage] = useState(1);
  const projectId = project.kind === 'ready' ? project.id : '';
  const variables = { projectId, recordId, first: PER_PAGE, offset: (page - 1) * PER_PAGE };
  const query = useSluiceQuery({
    queryKey: ['sluice', 'recordHistory', variables],
    queryFn: () => api.recordHistory(variables),
    enabled: projectId !== '',
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <LoadingNotice />;
  if (query.isError) return <FailureNotice message={query.error.message} retry={() => void query.refetch()} />;
  const { items, total } = query.data;
  if (items.length === 0) return <Typography color="textSecondary">{translate('sluice.records.untouched')}</Typography>;
  return (
    <>
      <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0, gap: 2 }}>
        {items.map((touch) => (
          <Touch key={`${touch.import.id} ${touch.rowNumber} ${touch.outcome}`} touch={touch} />
        ))}
      </Stack>
      <Pager page={page} perPage={PER_PAGE} total={total} onPage={setPage} />
    </>
  );
}

function Touch({ touch }: { touch: RecordTouch }) {
  const translate = useTranslate();
  const sourceName = useSourceName();
  const format = useFormat();
  const path = usePath();
  const { id, createdAt, createdBy, importerName, status } = touch.import;
  return (
    <Box component="li" sx={{ borderLeft: 2, borderColor: 'divider', pl: 2 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <OutcomeChip outcome={touch.outcome} />
        <Link component={RouterLink} to={path('imports', id)} state={FROM_TOP} sx={{ fontWeight: 600 }}>
          {sourceName(touch.import.sourceName)}
        </Link>
        <Typography variant="body2" color="textSecondary">
          {translate('sluice.records.row', { row: format.count(touch.rowNumber) })}
          {status === 'UNDONE' ? ` · ${translate('sluice.records.undone')}` : ''}
        </Typography>
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        <time dateTime={createdAt}>{format.time(createdAt)}</time> · {createdBy}
      </Typography>
      <FieldChanges fields={touch.fields} importer={importerName} />
    </Box>
  );
}
