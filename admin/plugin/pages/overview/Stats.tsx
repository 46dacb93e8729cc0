import { Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Overview } from '../../api/types.ts';
import { useFormat } from '../../ui/format/useFormat.ts';

interface StatsProps {
  readonly statistics: NonNullable<Overview['statistics']>;
  readonly running: number;
}

/** The project's last weeks in four numbers. */
export function Stats({ statistics: { imports, rows, errorRate }, running }: StatsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const stats = [
    ['now', format.count(running)],
    ['imports', format.count(imports)],
    ['rows', format.count(rows)],
    ['error_rate', errorRate == null ? '—' : format.share(errorRate)],
  ] as const;
  return (
    <Paper
      component="section"
      aria-label={translate('sluice.overview.figures')}
      elevation={0}
      sx={{ p: { xs: 2, sm: 3 }, borderRadius: 2 }}
    >
      <Box
        component="dl"
        sx={{ display: 'grid', gap: 2, m: 0, gridTemplateColumns: { xs: 'repeat(2, 1fr)', md: 'repeat(4, 1fr)' } }}
      >
        {stats.map(([name, value]) => (
          <div key={name}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {translate(`sluice.overview.${name}`)}
            </Typography>
            <Typography component="dd" sx={{ m: 0, fontSize: 28, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
              {value}
            </Typography>
          </div>
        ))}
      </Box>
    </Paper>
  );
}
