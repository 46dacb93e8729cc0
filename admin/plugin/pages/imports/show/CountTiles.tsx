import { Box, Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportCounts } from '../../../api/types.ts';
import { OUTCOME_COLOURS, OUTCOMES, type Outcome } from '../../../ui/format/outcomes.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { OutcomeBar } from '../../../ui/OutcomeBar.tsx';

/** What became of the rows, in numbers that add up. */
export function CountTiles({ counts }: { counts: ImportCounts | null | undefined }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Paper
      component="section"
      aria-label={translate('sluice.outcome.bar')}
      elevation={0}
      sx={{ p: { xs: 2, sm: 3 }, borderRadius: 2 }}
    >
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gap: 2,
          m: 0,
          mb: 2.5,
          gridTemplateColumns: { xs: 'repeat(2, 1fr)', sm: 'repeat(4, 1fr)', lg: 'repeat(8, 1fr)' },
        }}
      >
        <Tile label={translate('sluice.outcome.total')} value={format.count(counts?.total)} />
        {OUTCOMES.map((name) => (
          <Tile
            key={name}
            outcome={name}
            label={translate(`sluice.outcome.${name}`)}
            value={format.count(counts?.[name])}
            quiet={!counts?.[name]}
          />
        ))}
      </Box>
      <OutcomeBar counts={counts} />
    </Paper>
  );
}

interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly outcome?: Outcome;
  readonly quiet?: boolean;
}

function Tile({ label, value, outcome, quiet = false }: TileProps) {
  return (
    <div>
      <Typography
        component="dt"
        variant="body2"
        color="textSecondary"
        sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}
      >
        {outcome ? (
          <Box
            component="span"
            aria-hidden
            sx={{ width: 8, height: 8, borderRadius: '2px', bgcolor: OUTCOME_COLOURS[outcome] }}
          />
        ) : null}
        {label}
      </Typography>
      <Typography
        component="dd"
        sx={{
          m: 0,
          fontSize: 24,
          fontWeight: 600,
          fontVariantNumeric: 'tabular-nums',
          color: quiet ? 'text.secondary' : outcome === 'failed' ? 'error.main' : 'text.primary',
        }}
      >
        {value}
      </Typography>
    </div>
  );
}
