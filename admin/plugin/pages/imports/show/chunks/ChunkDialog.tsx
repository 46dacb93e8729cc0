import CloseIcon from '@mui/icons-material/CloseRounded';
import {
  Dialog,
  DialogContent,
  DialogTitle,
  IconButton,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { keepPreviousData } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Chunk, ImportDetail } from '../../../../api/types.ts';
import { useMessageText } from '../../../../messages/useMessageText.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { Pager } from '../../../../ui/lists/Pager.tsx';
import { FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';

const PER_PAGE = 50;

interface ChunkDialogProps {
  readonly item: ImportDetail;
  /** The index of a chunk that is to be seen first. */
  readonly first: number;
  readonly onClose: () => void;
}

/** The chunks one by one: their rows, and each attempt that the environment spoiled. */
export function ChunkDialog({ item, first, onClose }: ChunkDialogProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="md" fullWidth>
      <DialogTitle id={id} sx={{ pr: 7 }}>
        {translate('sluice.chunks.title')}
        <IconButton
          aria-label={translate('sluice.chunks.close')}
          onClick={onClose}
          sx={{ position: 'absolute', right: 12, top: 12 }}
        >
          <CloseIcon />
        </IconButton>
      </DialogTitle>
      <DialogContent sx={{ px: { xs: 1.5, sm: 3 } }}>
        <Chunks item={item} first={first} />
      </DialogContent>
    </Dialog>
  );
}

function Chunks({ item, first }: Pick<ChunkDialogProps, 'item' | 'first'>) {
  const { api } = useSluice().sluice;
  const [page, setPage] = useState(Math.floor(first / PER_PAGE) + 1);
  const { done, failed } = item.chunkCounts;
  const query = useSluiceQuery({
    queryKey: ['sluice', 'chunks', item.id, page, done, failed],
    queryFn: () => api.chunks({ id: item.id, first: PER_PAGE, offset: (page - 1) * PER_PAGE }),
    placeholderData: keepPreviousData,
  });
  if (query.isPending) return <LoadingNotice />;
  if (query.isError) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      <ChunkTable chunks={query.data.items} />
      <Pager page={page} perPage={PER_PAGE} total={query.data.total} onPage={setPage} />
    </>
  );
}

function ChunkTable({ chunks }: { chunks: readonly Chunk[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const name = translate('sluice.chunks.title');
  return (
    <TableContainer tabIndex={0} role="region" aria-label={name} sx={{ maxHeight: 480 }}>
      <Table size="small" stickyHeader aria-label={name} sx={{ '& td, & th': { px: { xs: 1, sm: 2 } } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('sluice.chunks.number')}</TableCell>
            <TableCell>{translate('sluice.chunks.rows')}</TableCell>
            <TableCell>{translate('sluice.chunks.state')}</TableCell>
            <TableCell>{translate('sluice.chunks.attempts')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {chunks.map((chunk) => (
            <TableRow key={chunk.index} sx={{ verticalAlign: 'top' }}>
              <TableCell>{format.count(chunk.index + 1)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {format.count(chunk.firstRow)}–{format.count(chunk.lastRow)}
              </TableCell>
              <TableCell>{translate(`sluice.chunks.${chunk.status.toLowerCase()}`)}</TableCell>
              <TableCell>
                <Attempts attempts={chunk.attempts ?? []} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

type Attempt = Chunk['attempts'][number];

function Attempts({ attempts }: Pick<Chunk, 'attempts'>) {
  const translate = useTranslate();
  const format = useFormat();
  const messageText = useMessageText();
  if (attempts.length === 0) return translate('sluice.chunks.no_attempts');
  // A text without a code is a library's or the database's own English.
  const reason = ({ code, error }: Attempt) =>
    error.code === 'TEXT' ? translate(`sluice.transient_errors.${code}`, { _: error.text }) : messageText(error);
  return attempts.map((attempt) => (
    <Typography key={attempt.at} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      <time dateTime={attempt.at}>{format.time(attempt.at)}</time> <code>{attempt.code}</code> {reason(attempt)}
    </Typography>
  ));
}
