import { Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../api/types.ts';
import { isFinal } from '../../../live/progress.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';

/** How far an import is that is not over: percent, speed, time left, chunks. */
export function RunPanel({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  if (isFinal(item.status)) return null;
  const words =
    item.status === 'QUEUED' ? translate('sluice.show.waiting') : translate(`sluice.show.phase_${item.phase}`);
  return (
    <Paper component="section" aria-label={words} elevation={0} sx={{ p: { xs: 2, sm: 3 }, borderRadius: 2 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'baseline', gap: 2, mb: 1.5 }}>
        <Typography component="h2" variant="h6">
          {item.status === 'PAUSED' ? translate('sluice.status.PAUSED') : words}
        </Typography>
        <Typography sx={{ fontWeight: 700, fontSize: 20, fontVariantNumeric: 'tabular-nums' }}>
          {format.percent(item.percent)}
        </Typography>
      </Stack>
      <ProgressBar percent={item.percent} status={item.status} label={words} height={10} />
      <Facts item={item} />
    </Paper>
  );
}

function Facts({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const { rowsPerSecond, etaSeconds, chunkCounts: chunks } = item;
  const failedChunks = chunks?.failed ?? 0;
  const facts = [
    rowsPerSecond == null ? null : translate('sluice.show.speed', { rows: format.count(rowsPerSecond) }),
    etaSeconds == null ? null : translate('sluice.show.left', { duration: format.duration(etaSeconds) }),
    chunks
      ? translate('sluice.show.chunks', { done: format.count(chunks.done), total: format.count(chunks.total) })
      : null,
    failedChunks > 0 ? translate('sluice.show.chunks_failed', { smart_count: failedChunks }) : null,
  ];
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5, fontVariantNumeric: 'tabular-nums' }}>
      {facts.filter(Boolean).join(' · ')}
    </Typography>
  );
}
