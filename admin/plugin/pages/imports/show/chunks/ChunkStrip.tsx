import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../../api/types.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { ChunkDialog } from './ChunkDialog.tsx';
import { CHUNK_STATES, type ChunkCell, type ChunkState, chunkCells, chunkCounts } from './chunkCells.ts';
import { useFailedChunks } from './useFailedChunks.ts';

const COLOURS: Readonly<Record<ChunkState, string>> = {
  done: 'success.main',
  running: 'primary.main',
  failed: 'error.main',
  pending: 'action.disabledBackground',
};

/** All chunks at a glance; each mark leads to its chunks and their attempts. Nothing for an import of one good chunk. */
export function ChunkStrip({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const [opened, setOpened] = useState<number | null>(null);
  const failed = useFailedChunks(item);
  const { chunkCounts: chunks } = item;
  if (!chunks || chunks.done + chunks.failed + chunks.pending < 2) return null;
  const running = item.status === 'RUNNING';
  const cells = chunkCells(chunks, running, failed);
  return (
    <Paper
      component="section"
      aria-label={translate('sluice.chunks.title')}
      elevation={0}
      sx={{ p: { xs: 2, sm: 3 }, borderRadius: 2 }}
    >
      <Stack
        direction="row"
        sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', mb: 1.5 }}
      >
        <Typography component="h2" variant="subtitle2">
          {translate('sluice.chunks.title')}
        </Typography>
        <Legend counts={chunkCounts(chunks, running)} />
        <Button size="small" variant="text" onClick={() => setOpened(0)}>
          {translate('sluice.chunks.open')}
        </Button>
      </Stack>
      <Strip cells={cells} onOpen={setOpened} />
      {opened === null ? null : <ChunkDialog item={item} first={opened} onClose={() => setOpened(null)} />}
    </Paper>
  );
}

function Legend({ counts }: { counts: Readonly<Record<ChunkState, number>> }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Stack direction="row" component="ul" sx={{ gap: 2, flexWrap: 'wrap', m: 0, p: 0, listStyle: 'none', flexGrow: 1 }}>
      {CHUNK_STATES.filter((state) => counts[state] > 0).map((state) => (
        <Typography
          key={state}
          component="li"
          variant="body2"
          color="textSecondary"
          sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}
        >
          <Box
            component="span"
            aria-hidden
            sx={{ width: 8, height: 8, borderRadius: '2px', bgcolor: COLOURS[state] }}
          />
          {translate(`sluice.chunks.${state}`)} {format.count(counts[state])}
        </Typography>
      ))}
    </Stack>
  );
}

/** For the mouse: the button beside it leads to the same chunks by the keyboard. */
function Strip({ cells, onOpen }: { cells: readonly ChunkCell[]; onOpen: (first: number) => void }) {
  const translate = useTranslate();
  return (
    <Box aria-hidden sx={{ display: 'flex', gap: '2px', height: 20 }}>
      {cells.map(({ first, size, state }) => (
        <Box
          key={first}
          title={translate(size === 1 ? 'sluice.chunks.one' : 'sluice.chunks.some', {
            first: first + 1,
            last: first + size,
            state: translate(`sluice.chunks.${state}`),
          })}
          data-chunks={state}
          onClick={() => onOpen(first)}
          sx={{
            flex: '1 1 0',
            minWidth: 2,
            maxWidth: 28,
            borderRadius: '2px',
            bgcolor: COLOURS[state],
            cursor: 'pointer',
          }}
        />
      ))}
    </Box>
  );
}
