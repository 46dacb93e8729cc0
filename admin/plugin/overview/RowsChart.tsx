import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import { useTranslate } from 'react-admin';
import type { DayStatistics } from '../api/types.ts';
import { ChartFrame } from '../shared/ChartFrame.tsx';
import { chartColours } from '../shared/chartColours.ts';
import { useFormat } from '../shared/useFormat.ts';

const SERIES = ['created', 'updated', 'unchanged', 'skipped', 'failed', 'discarded'] as const;

/** Rows a day by what became of them. */
export function RowsChart({ days, height }: { days: readonly DayStatistics[]; height: number }) {
  const translate = useTranslate();
  const format = useFormat();
  const colours = chartColours(useTheme());
  // A legend of what never happened would only take room.
  const shown = SERIES.filter((name) => days.some((day) => day[name] > 0));
  const total = days.reduce((sum, day) => sum + SERIES.reduce((rows, name) => rows + day[name], 0), 0);
  return (
    <ChartFrame
      label={translate('sluice.overview.chart_text', { rows: format.count(total), days: days.length })}
      empty={total === 0 ? translate('sluice.overview.no_rows') : null}
    >
      <BarChart
        height={height}
        skipAnimation
        disableKeyboardNavigation
        margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
        xAxis={[
          {
            data: days.map(({ day }) => day),
            scaleType: 'band',
            valueFormatter: (day: string) => format.day(day),
            height: 28,
          },
        ]}
        yAxis={[{ width: 56, valueFormatter: (rows: number) => format.short(rows) }]}
        series={shown.map((name) => ({
          id: name,
          label: translate(`sluice.outcome.${name}`),
          data: days.map((day) => day[name]),
          stack: 'rows',
          color: colours[name],
          valueFormatter: (rows) => format.count(rows),
        }))}
      />
    </ChartFrame>
  );
}
