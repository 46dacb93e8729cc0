import {
  Box,
  Paper,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail, Page, UndoCounts, UndoEntry } from '../../../api/types.ts';
import { useMessageText } from '../../../messages/useMessageText.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { Pager } from '../../../ui/lists/Pager.tsx';
import { FailureNotice } from '../../../ui/Notices.tsx';
import { UNDO_ENTRIES_PER_PAGE, type UndoList, useUndoReport } from './useUndoReport.ts';

const LISTS: readonly UndoList[] = ['kept', 'errored'];

/** What an undo took back, and each record that it did not, with the reason. Nothing before one. */
export function UndoPanel({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const { query, pages, setPage } = useUndoReport(item);
  const { data, error } = query;
  if (!data) return error ? <FailureNotice error={error} retry={() => void query.refetch()} /> : null;
  const name = translate('sluice.undo.report');
  return (
    <Paper component="section" aria-label={name} elevation={0} sx={{ p: { xs: 2, sm: 3 }, borderRadius: 2 }}>
      <Typography component="h2" variant="h6" sx={{ mb: 1.5 }}>
        {name}
      </Typography>
      <Counts counts={data.counts} />
      {LISTS.filter((list) => data[list].total > 0).map((list) => (
        <EntryList
          key={list}
          list={list}
          entries={data[list]}
          page={pages[list]}
          onPage={(page) => setPage(list, page)}
        />
      ))}
    </Paper>
  );
}

function Counts({ counts }: { counts: UndoCounts }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Stack component="dl" direction="row" sx={{ gap: 4, m: 0 }}>
      {(['reversed', 'kept', 'errored'] as const).map((name) => (
        <div key={name}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {translate(`sluice.undo.count_${name}`)}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: 24, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
            {format.count(counts[name])}
          </Typography>
        </div>
      ))}
    </Stack>
  );
}

interface EntryListProps {
  readonly list: UndoList;
  readonly entries: Page<UndoEntry>;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function EntryList({ list, entries, page, onPage }: EntryListProps) {
  const translate = useTranslate();
  const messageText = useMessageText();
  const name = translate(`sluice.undo.list_${list}`);
  return (
    <Box sx={{ mt: 2 }}>
      <Typography component="h3" variant="subtitle2" sx={{ mb: 1 }}>
        {name}
      </Typography>
      <TableContainer tabIndex={0} role="region" aria-label={name} sx={{ maxHeight: 320 }}>
        <Table size="small" stickyHeader aria-label={name}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('sluice.undo.record')}</TableCell>
              <TableCell>{translate('sluice.undo.why')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {entries.items.map(({ recordId, reason }) => (
              <TableRow key={recordId}>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  <code>{recordId}</code>
                </TableCell>
                <TableCell>{messageText(reason)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <Pager page={page} perPage={UNDO_ENTRIES_PER_PAGE} total={entries.total} onPage={onPage} />
    </Box>
  );
}
