import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail, ThroughputPoint } from '../../../../api/types.ts';
import { lazyPage } from '../../../../ui/browser/lazyPage.tsx';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { Panel } from '../../../../ui/Panel.tsx';
import { useThroughput } from './useThroughput.ts';

// The charts' library comes when there is something to draw.
const ThroughputChart = lazyPage(async () => (await import('./ThroughputChart.tsx')).ThroughputChart);
const CHART_HEIGHT = 130;
/** A line through fewer points says less than the numbers in words. */
const LEAST_POINTS = 3;

/** How fast rows were committed over the whole run; nothing of an import that was done at once. */
export function ThroughputPanel({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const points = useThroughput(item);
  if (points.length < LEAST_POINTS) return null;
  return (
    <Panel title={translate('sluice.throughput.title')} beside={<Summary points={points} />}>
      <Box sx={{ minHeight: CHART_HEIGHT }}>
        <ThroughputChart points={points} height={CHART_HEIGHT} />
      </Box>
    </Panel>
  );
}

function Summary({ points }: { points: readonly ThroughputPoint[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const seconds = points.reduce((sum, point) => sum + point.seconds, 0);
  const rows = points.reduce((sum, point) => sum + point.rows, 0);
  return (
    <Typography variant="body2" color="textSecondary">
      {translate('sluice.throughput.summary', {
        speed: format.count(rows / Math.max(seconds, 0.001)),
        duration: format.duration(seconds),
      })}
    </Typography>
  );
}
