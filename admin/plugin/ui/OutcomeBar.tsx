import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportCounts } from '../api/types.ts';
import { OUTCOME_COLOURS, OUTCOMES } from './format/outcomes.ts';
import { useFormat } from './format/useFormat.ts';

/** The rows of an import as one bar, a part for each outcome that any row has. */
export function OutcomeBar({ counts, height = 10 }: { counts: ImportCounts | null | undefined; height?: number }) {
  const translate = useTranslate();
  const format = useFormat();
  const parts = OUTCOMES.map((name) => ({ name, rows: counts?.[name] ?? 0 })).filter(({ rows }) => rows > 0);
  const words = parts.map(({ name, rows }) => `${translate(`sluice.outcome.${name}`)}: ${format.count(rows)}`);
  return (
    <Box
      role="img"
      aria-label={`${translate('sluice.outcome.bar')}: ${words.join(', ')}`}
      sx={{
        display: 'flex',
        height,
        borderRadius: height / 2,
        overflow: 'hidden',
        bgcolor: 'action.hover',
        gap: '1px',
      }}
    >
      {parts.map(({ name, rows }) => (
        <Box
          key={name}
          title={`${translate(`sluice.outcome.${name}`)}: ${format.count(rows)}`}
          sx={{
            flexGrow: rows,
            flexBasis: 0,
            minWidth: 3,
            bgcolor: OUTCOME_COLOURS[name],
            transition: 'flex-grow .3s',
          }}
        />
      ))}
    </Box>
  );
}
