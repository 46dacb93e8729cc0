import { Stack, Typography } from '@mui/material';
import { keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { Pager } from '../../../ui/lists/Pager.tsx';
import { FailureNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useProject } from '../../project/useProject.ts';
import { HistoryEntry } from './HistoryEntry.tsx';

const PER_PAGE = 10;

interface RecordHistoryProps {
  readonly recordId: string;
  /** Whose record it is, where ids of several importers can be alike. */
  readonly importer?: string | undefined;
  /** Whether the record is deleted. Its history is shown if there is any. */
  readonly gone?: boolean;
}

/** Which imports touched a record, and by which rows, the newest first, and what each changed. */
export function RecordHistory({ recordId, importer, gone = false }: RecordHistoryProps) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const project = useProject();
  const [page, setPage] = useState(1);
  const projectId = project.kind === 'ready' ? project.id : '';
  const variables = { projectId, recordId, importer: importer ?? null, first: PER_PAGE, offset: (page - 1) * PER_PAGE };
  const query = useSluiceQuery({
    queryKey: ['sluice', 'recordHistory', variables],
    queryFn: () => api.recordHistory(variables),
    enabled: projectId !== '',
    placeholderData: keepPreviousData,
  });
  const framed = (content: ReactNode) => <Panel title={translate('sluice.records.history')}>{content}</Panel>;
  if (gone && !query.data?.items.length) return null;
  if (query.isPending) return framed(<LoadingNotice />);
  if (!query.data) {
    return framed(<FailureNotice error={query.error} retry={() => void query.refetch()} />);
  }
  const { items, total } = query.data;
  if (items.length === 0) {
    return framed(<Typography color="textSecondary">{translate('sluice.records.untouched')}</Typography>);
  }
  return framed(
    <>
      <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0, gap: 2 }}>
        {items.map((entry) => (
          <HistoryEntry key={`${entry.import.id} ${entry.rowNumber} ${entry.outcome}`} entry={entry} />
        ))}
      </Stack>
      <Pager page={page} perPage={PER_PAGE} total={total} onPage={setPage} />
    </>,
  );
}
