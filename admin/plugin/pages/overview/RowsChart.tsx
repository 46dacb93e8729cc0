import { Box, Stack, Tooltip, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { DayStatistics } from '../../api/types.ts';
import { ChartFrame } from '../../ui/ChartFrame.tsx';
import { OUTCOME_COLOURS } from '../../ui/format/outcomes.ts';
import { useFormat } from '../../ui/format/useFormat.ts';
import { type ChartOutcome, outcomesOf, rowsOf, ticksUpTo } from './rowsOfDays.ts';

interface RowsChartProps {
  readonly days: readonly DayStatistics[];
  /** Of the bars, in pixels. */
  readonly height: number;
}

/** Rows a day by what became of them. In plain boxes: a library for charts weighs a fifth of all that one waits for. */
export function RowsChart({ days, height }: RowsChartProps) {
  const translate = useTranslate();
  const format = useFormat();
  const outcomes = outcomesOf(days);
  const ticks = ticksUpTo(Math.max(0, ...days.map(rowsOf)));
  const top = ticks.at(-1) ?? 0;
  const total = days.reduce((sum, day) => sum + rowsOf(day), 0);
  return (
    <ChartFrame
      label={translate('sluice.overview.chart_text', { rows: format.count(total), days: days.length })}
      empty={total === 0 ? translate('sluice.overview.no_rows') : null}
    >
      <Legend outcomes={outcomes} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 1, pt: 1 }}>
        <Box sx={{ position: 'relative', height, minWidth: 32 }}>
          {ticks.map((rows) => (
            <Typography key={rows} variant="caption" color="textSecondary" sx={{ ...TICK, bottom: share(rows, top) }}>
              {format.short(rows)}
            </Typography>
          ))}
        </Box>
        <Box sx={{ position: 'relative', display: 'flex', alignItems: 'flex-end', height }}>
          {ticks.map((rows) => (
            <Box key={rows} sx={{ ...LINE, bottom: share(rows, top) }} />
          ))}
          {days.map((day) => (
            <Bar key={day.day} day={day} outcomes={outcomes} top={top} />
          ))}
        </Box>
        <div />
        <DayLabels days={days} />
      </Box>
    </ChartFrame>
  );
}

const TICK = { position: 'absolute', right: 0, transform: 'translateY(50%)', lineHeight: 1 };
const LINE = { position: 'absolute', left: 0, right: 0, borderBottom: 1, borderColor: 'divider' };

function Legend({ outcomes }: { outcomes: readonly ChartOutcome[] }) {
  const translate = useTranslate();
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', justifyContent: 'center', columnGap: 2, mb: 1 }}>
      {outcomes.map((name) => (
        <Stack key={name} direction="row" sx={{ gap: 0.75, alignItems: 'center' }}>
          <Box sx={{ width: 12, height: 12, borderRadius: 0.5, bgcolor: OUTCOME_COLOURS[name] }} />
          <Typography variant="caption">{translate(`sluice.outcome.${name}`)}</Typography>
        </Stack>
      ))}
    </Stack>
  );
}

interface BarProps {
  readonly day: DayStatistics;
  readonly outcomes: readonly ChartOutcome[];
  readonly top: number;
}

function Bar({ day, outcomes, top }: BarProps) {
  const format = useFormat();
  const translate = useTranslate();
  const rows = rowsOf(day);
  const lines = outcomes
    .filter((name) => day[name] > 0)
    .map((name) => `${translate(`sluice.outcome.${name}`)}: ${format.count(day[name])}`);
  const rate = rows === 0 ? '—' : format.share((day.failed + day.discarded) / rows);
  const words = [format.day(day.day), ...lines, `${translate('sluice.overview.error_rate')}: ${rate}`];
  return (
    <Tooltip title={<Box sx={{ whiteSpace: 'pre-line' }}>{words.join('\n')}</Box>} disableInteractive>
      <Stack
        direction="column-reverse"
        sx={{
          flex: 1,
          minWidth: 0,
          height: '100%',
          px: { xs: '1px', sm: '3px' },
          position: 'relative',
          '&:hover': { bgcolor: 'action.hover' },
        }}
      >
        {outcomes.map((name) => (
          <Box key={name} sx={{ height: share(day[name], top), bgcolor: OUTCOME_COLOURS[name] }} />
        ))}
      </Stack>
    </Tooltip>
  );
}

/** Every third day, or in the hand every seventh, counted from the last. */
function DayLabels({ days }: { days: readonly DayStatistics[] }) {
  const format = useFormat();
  const last = days.length - 1;
  return (
    <Box sx={{ position: 'relative', height: 24 }}>
      {days.map(({ day }, index) => (
        <Typography
          key={day}
          variant="caption"
          color="textSecondary"
          sx={{
            display: {
              xs: (last - index) % 7 === 0 ? 'block' : 'none',
              sm: (last - index) % 3 === 0 ? 'block' : 'none',
            },
            position: 'absolute',
            top: 4,
            whiteSpace: 'nowrap',
            // The last one ends with the chart, so that nothing hangs out of the page.
            ...(index === last
              ? { right: 0 }
              : { left: share(index + 0.5, days.length), transform: 'translateX(-50%)' }),
          }}
        >
          {format.day(day)}
        </Typography>
      ))}
    </Box>
  );
}

function share(part: number, whole: number): string {
  return `${whole === 0 ? 0 : (100 * part) / whole}%`;
}
