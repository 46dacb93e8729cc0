import { useTheme } from '@mui/material/styles';
import { LineChart, lineClasses } from '@mui/x-charts/LineChart';
import { useTranslate } from 'react-admin';
import type { ThroughputPoint } from '../../../../api/types.ts';
import { ChartFrame } from '../../../../ui/ChartFrame.tsx';
import { useFormat } from '../../../../ui/format/useFormat.ts';

/** Rows per second over the time of the run. */
export function ThroughputChart({ points, height }: { points: readonly ThroughputPoint[]; height: number }) {
  const translate = useTranslate();
  const format = useFormat();
  const { palette } = useTheme();
  const seconds = points.reduce((sum, point) => sum + point.seconds, 0);
  const rows = points.reduce((sum, point) => sum + point.rows, 0);
  const began = Date.parse(points[0]?.at ?? '');
  return (
    <ChartFrame
      empty={null}
      label={translate('sluice.throughput.text', {
        rows: format.count(rows),
        duration: format.duration(seconds),
        speed: format.count(rows / Math.max(seconds, 0.001)),
      })}
    >
      <LineChart
        height={height}
        skipAnimation
        disableKeyboardNavigation
        hideLegend
        margin={{ left: 0, right: 16, top: 8, bottom: 0 }}
        xAxis={[
          {
            data: points.map((point) => (Date.parse(point.at) - began) / 1000 + point.seconds / 2),
            min: 0,
            max: seconds,
            valueFormatter: (second: number) =>
              second < 60 ? translate('sluice.duration.seconds', { s: format.short(second) }) : format.duration(second),
            tickNumber: 5,
            height: 28,
          },
        ]}
        yAxis={[{ min: 0, width: 56, valueFormatter: (speed: number) => format.short(speed), tickNumber: 4 }]}
        series={[
          {
            data: points.map((point) => point.rows / Math.max(point.seconds, 0.001)),
            area: true,
            showMark: false,
            curve: 'monotoneX',
            color: palette.primary.main,
            label: translate('sluice.throughput.title'),
            valueFormatter: (speed) => format.count(speed),
          },
        ]}
        sx={{ [`& .${lineClasses.area}`]: { fillOpacity: 0.15 } }}
      />
    </ChartFrame>
  );
}
